"""Widgets that take records and plain values and know no services."""
