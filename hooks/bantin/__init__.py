"""The bulletin portal as pure functions: content in, pages and problems out."""
