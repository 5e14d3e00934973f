"""A build: pages and files written, the last site reused, stale files removed."""
