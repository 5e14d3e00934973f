"""The Vietnamese language: folding, tone placement, order, slugs, dates and search words."""
