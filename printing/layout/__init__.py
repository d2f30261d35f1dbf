"""Lines, tables and pages: where everything stands on the paper."""
