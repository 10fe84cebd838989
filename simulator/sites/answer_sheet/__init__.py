"""The answer sheet: the paper beside the screen on which one ticks what one found."""
