"""Saved web pages as blocks: what the head says, which part is the article, and its text."""
