"""Search: the index as small static files, and the queries over them."""
