"""Records made ready for the screens: what stands in which line, in which words; and Qt item models."""
