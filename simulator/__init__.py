"""A simulated web: pure Python sites, one journal of events, one small bridge that draws them."""
