"""Invented rows by the hundred thousand, to measure what the portal bears."""
