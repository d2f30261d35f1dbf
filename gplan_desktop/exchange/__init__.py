"""Lists of persons and assignments from and to files: CSV and Excel (F74)."""
