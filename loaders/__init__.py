"""Releases to tidy tables: formats → text → layout → facts → ledger → tables."""
