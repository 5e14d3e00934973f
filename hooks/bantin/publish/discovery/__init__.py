"""What tells programs where everything is: sitemaps, robots.txt, search description, contact."""
