"""The window: shows records, sends intentions; no rule of practice lives here."""
