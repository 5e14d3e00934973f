"""Article bodies: Markdown read once, as HTML, sections, links and plain text."""
