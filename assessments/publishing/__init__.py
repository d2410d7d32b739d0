"""What the public reads: frozen summaries, never live rows."""
