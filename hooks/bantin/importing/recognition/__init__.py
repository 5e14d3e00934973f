"""What the text of a page says: days, people, parties, programmes, documents."""
