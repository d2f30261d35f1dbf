"""The recovery code on paper, for the manager's safe: the code itself, how to keep and use it."""

from datetime import UTC, datetime, time

from gplan_desktop.domain import dates
from gplan_desktop.vault.recovery_code import RecoverySheet
from gplan_desktop.version import VERSION
from printing.layout.dressing import Dressing
from printing.layout.paper import Paper
from printing.layout.shown import one_line
from printing.layout.story import Story
from printing.layout.style import LARGE, enlarged
from printing.pdf.document import About

_FOOT = "Förvaras inlåst"
_CODE_SIZE, _CODE_LEADING = 20.0, 28.0
_GROUPS_A_LINE = 4


def tell_recovery_sheet(sheet: RecoverySheet) -> Paper:
    """Return the paper of the recovery code, in letters that are read without glasses."""
    story, look = Story(LARGE), LARGE
    story.title(sheet.title)
    story.text(one_line(sheet.unit), look.name)
    story.text(f"Skriven {dates.long(sheet.made)}", look.status)
    with story.box(pale=False):
        for start in range(0, len(sheet.code.groups), _GROUPS_A_LINE):
            line = "  ".join(sheet.code.groups[start : start + _GROUPS_A_LINE])
            story.text(line, enlarged(look.strong, _CODE_SIZE, _CODE_LEADING))
    for title, texts in (("Så förvarar du den", sheet.keep), ("Så använder du den", sheet.use)):
        with story.section(title):
            story.bullets(texts)
    return Paper(story, _about(sheet), _dressing(sheet))


def _about(sheet: RecoverySheet) -> About:
    return About(
        title=one_line(sheet.title),
        author=one_line(sheet.unit),
        subject=_FOOT,
        creator=f"Gplan {VERSION}",
        made=datetime.combine(sheet.made, time(12), UTC),
    )


def _dressing(sheet: RecoverySheet) -> Dressing:
    return Dressing(name=sheet.unit, number="", title=sheet.title, foot=_FOOT)
