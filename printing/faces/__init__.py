"""Typefaces: text of any script as glyphs, and what a document must carry to show them."""
