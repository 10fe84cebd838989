"""The phone. Numbers, in facts as in files, are written as people read them: « 01 99 00 12 34 », « 33700 »."""
