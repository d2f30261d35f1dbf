"""Archive packages: plans as files that any program can check, also without Gplan (F56)."""
