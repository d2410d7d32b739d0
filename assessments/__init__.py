"""Proposals, their child impact assessments, and who may do what with them."""
