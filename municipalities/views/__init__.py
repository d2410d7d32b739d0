"""Pages about people, one's own details and decision bodies."""
