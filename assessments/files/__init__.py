"""What may be attached: kinds by content, hostile files refused, metadata removed.

``receiving.receive`` is the one way in. The content is looked at and rewritten in a child process
with hard limits of time and memory (``child``); the process that serves pages never opens it. The
modules that the child needs know nothing of Django.
"""
