"""Plans on paper: PDF with ReportLab, without Qt."""
