"""Shops on the web, true or false, one host for each. What their elements are called: vocabulary.py, NAMES."""
