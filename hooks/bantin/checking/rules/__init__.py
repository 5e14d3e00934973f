"""Rules over fields: addresses, dates, references, photographs, links, registries."""
