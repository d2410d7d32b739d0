"""Municipalities, their bodies and people, and who may do what. Imports nothing of ours."""
