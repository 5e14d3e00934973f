"""Files of any kind opened by their content, and read by the room for their kind."""
