"""The index on the disk, brought up to date after an edit."""
