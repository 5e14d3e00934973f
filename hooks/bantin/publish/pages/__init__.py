"""Pages that publishing adds: the dictionary of data, corrections, duties, and English."""
