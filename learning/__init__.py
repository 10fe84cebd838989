"""The rules of learning: what is learnt, how it counts, what comes next. Pure: no file, no clock, no chance, no screen."""
