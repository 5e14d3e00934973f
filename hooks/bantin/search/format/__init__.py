"""The parts of the index as they are written to files."""
