"""Fixtures for all tests. Qt fixtures live in tests/ui and tests/flows, so that the core runs without Qt."""
