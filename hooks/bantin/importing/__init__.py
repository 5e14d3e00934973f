"""From a Word file, a web page or pasted text to a draft that an editor confirms."""
