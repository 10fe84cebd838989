"""The mailbox « Pigeon »."""
