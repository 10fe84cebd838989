"""The counsellor's work: the plans of workshops, La Coop's words. Pure."""
