"""Tasks of conferences: what an editor writes of them, and their ids."""
