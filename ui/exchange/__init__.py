"""Lists of persons and assignments from and to files, on screen (F74)."""
