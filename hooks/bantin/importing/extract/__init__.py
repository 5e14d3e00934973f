"""Files of any kind as blocks of text."""
