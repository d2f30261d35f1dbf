"""The running program: the unit that is open, its window, its threads and its papers."""
