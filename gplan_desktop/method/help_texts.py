"""The files that hold the help of the fields, and the headings in them."""

HELP_SECTIONS = {
    "why": "Varför",
    "how": "Så skriver du",
    "good": "Bra exempel",
    "poor": "Mindre bra exempel",
    "source": "Källa",
    "law": "Lag",
}
OPTIONAL_SECTION = "law"


def help_file(pattern: str) -> str:
    """Return the file that holds the help of the field *pattern* ("area.*.goal")."""
    return f"help/{pattern.replace('*', '_')}.md"
