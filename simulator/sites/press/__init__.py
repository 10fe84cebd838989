"""Press and reference sites, as many as the author describes."""
