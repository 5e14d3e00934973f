"""Search: the index as small static files, and the queries over them."""

import os

# numpy has threads for linear algebra, of which there is none here; to start them takes 0.07 s.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
