"""Memory: what happened to each learner, and who may sign in. The only room that knows the database."""

from progress_db.memory import Memory, open_memory

__all__ = ["Memory", "open_memory"]
