"""The administration portal, and the log-in it sends to. Words, names of elements and facts for authors: vocabulary.py."""
