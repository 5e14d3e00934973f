"""Rules over the content, one module for each thing they look at."""
