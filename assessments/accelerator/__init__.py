"""The coached programme for municipalities."""
