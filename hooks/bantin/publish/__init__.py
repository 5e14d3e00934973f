"""The archive for machines: open data, made of the same catalogue as the pages."""
