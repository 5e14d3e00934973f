"""Files by which programs find their way: sitemaps, robots.txt, search description, contact."""
