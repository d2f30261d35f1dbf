"""The records of a genomförandeplan and their own arithmetic."""
