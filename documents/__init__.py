"""PAPER: what is printed. Each document takes values and gives back the bytes of a file; nothing here reads the database."""
