"""Honest sites, one page each."""
