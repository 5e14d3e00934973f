"""Changes to content by command: new files, moved articles, repairs that are safe."""
