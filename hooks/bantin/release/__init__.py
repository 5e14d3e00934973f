"""Releases: a built site copied, verified and put live in one step, and taken back as quickly."""
