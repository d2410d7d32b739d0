"""What ``manage.py bench`` measures, each against its baseline in one run."""
