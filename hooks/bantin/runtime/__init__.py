"""What any program needs of its machine: processes, files, caches, fingerprints, the clock."""
