"""An entry of the journal in words: on the screen, and to be pasted in another system."""

from gplan_desktop.domain import dates
from gplan_desktop.domain.journal_entry import JournalEntry, Strike

ABOUT_OTHER = "Anteckningen handlar om någon annan, och texten tas inte med i utdrag."


def subject(entry: JournalEntry) -> str:
    """Return heading and keyword: "Hushåll · Tvätt"."""
    keyword = entry.keyword.strip()
    return f"{entry.heading} · {keyword}" if keyword else entry.heading


def written(entry: JournalEntry) -> str:
    """Return by whom and when the entry was written, and whether that was in hindsight."""
    how = "Skriven i efterhand" if entry.is_late else "Skriven"
    return f"{how} {dates.stamp(entry.written_at)} av {entry.by}"


def struck(strike: Strike) -> str:
    """Return by whom, when and why an entry was struck (F63)."""
    reason = strike.reason.strip()
    end = "" if reason.endswith((".", "!", "?")) else "."
    told = f"Felmarkerad {dates.stamp(strike.at)} av {strike.by}: {reason}{end}"
    return f"{told} {ABOUT_OTHER}" if strike.about_other else told


def replaced(replacement: JournalEntry) -> str:
    """Return by whom and when a struck entry was replaced."""
    return f"Ersatt: {replacement.by} skrev en ny anteckning {dates.stamp(replacement.written_at)}."


def as_text(entry: JournalEntry) -> str:
    """Return the entry as it is to be pasted in another journal; that it is struck goes along."""
    lines = (
        struck(entry.strike) if entry.strike else "",
        f"Rubrik: {entry.heading}",
        f"Nyckelord: {entry.keyword}",
        dates.stamp(entry.at),
        entry.text,
    )
    return "\n".join(line for line in lines if line)
