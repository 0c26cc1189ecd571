"""What was said, whatever it was written like: one normal form, numbers, names, phrases and clauses."""
