"""Changes to content by command: new articles and records, and repairs that are safe."""
