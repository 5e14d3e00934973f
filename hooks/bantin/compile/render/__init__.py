"""Pages as HTML: templates, and the frame they are put into."""
