"""A bank's site: accounts, transfers with the check of the name, agreements, the card. What its elements are called: vocabulary.py, NAMES."""
