"""Measures, as ratios against a floor in the same run. Nothing here is imported by the application."""
