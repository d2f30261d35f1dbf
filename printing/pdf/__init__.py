"""The file: tagged PDF/A-2a and PDF/UA-1, written through ReportLab."""
