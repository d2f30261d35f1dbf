"""What each entry of the log says, in words: "Öppnade Karins flikar" (F66-F67)."""

from collections.abc import Mapping
from typing import Final

from gplan_desktop.domain.log_entry import Finding, Listed, LogCount, LogEntry, Noted, UnusualKind
from gplan_desktop.domain.user import Permission
from gplan_desktop.rules.phrases import genitive
from gplan_desktop.rules.tes_text import CODE_FIELD

# {whose} is "Karins", {whom} "Karin", or what is said when nobody is known by the entry any more.
WORDS: Final[Mapping[str, str]] = {
    "person.read": "Öppnade {whose} sida",
    "person.sought": "Sökte {whom} med hela personnumret, utanför sina individer",
    "list.read": "Visade en lista över {listed}",
    "person.added": "Lade till {whom}",
    "person.imported": "Läste in {whom} från en fil",
    "person.changed": "Rättade {whose} uppgifter",
    "person.support_ended": "Avslutade {whose} stöd",
    "person.support_resumed": "Tog tillbaka att {whose} stöd är avslutat",
    "person.copied": "Kopierade text om {whom} till urklipp",
    "person.opened_other": "Öppnade {whom} med ett skäl, utanför sina individer",
    "people.exported": "Exporterade individer till en fil",
    "person.erased": "Gallrade en individ",
    "people.erased": "Avslutade en gallring",
    "assignment.read": "Öppnade {whose} uppdrag",
    "assignment.added": "Lade in ett uppdrag för {whom}",
    "assignment.imported": "Läste in ett uppdrag för {whom} från en fil",
    "assignment.changed": "Rättade {whose} uppdrag",
    "assignments.exported": "Exporterade uppdrag till en fil",
    "plan.read": "Öppnade {whose} genomförandeplan",
    "plan.begun": "Började skriva {whose} genomförandeplan",
    "plan.written": "Skrev i {whose} genomförandeplan",
    "plan.established": "Upprättade {whose} genomförandeplan",
    "plan.superseded": "Ersatte {whose} förra genomförandeplan",
    "plan.corrected": "Rättade {whose} upprättade genomförandeplan",
    "plan.correction_begun": "Började rätta {whose} upprättade genomförandeplan",
    "plan.annulled": "Makulerade {whose} genomförandeplan",
    "plan.removed": "Tog bort ett utkast till {whose} genomförandeplan",
    "plan.brought_back": "Tog tillbaka ett utkast till {whose} genomförandeplan",
    "plan.erased": "Ett borttaget utkast till {whose} genomförandeplan raderades",
    "plan.printed": "Skrev ut {whose} genomförandeplan",
    "plan.saved": "Sparade {whose} genomförandeplan som fil",
    "plan.archived": "Lade {whose} genomförandeplan i ett arkivpaket",
    "aftercare.read": "Såg vad som är gjort med {whose} genomförandeplan",
    "aftercare.noted": "Antecknade vad som är gjort med {whose} genomförandeplan",
    "paper.printed": "Skrev ut ett papper om {whom}",
    "paper.saved": "Sparade ett papper om {whom} som fil",
    "paper.archived": "Lade ett papper om {whom} i ett arkivpaket",
    "print.collected": "Antecknade att ett papper om {whom} är insamlat",
    "print.not_collected": "Tog tillbaka att ett papper om {whom} är insamlat",
    "code.shown": "Visade en kod hos {whom}",
    "codes.shown": "Gjorde ett papper om {whom} där koder syns",
    "tabs.read": "Öppnade {whose} flikar",
    "tabs.changed": "Skrev i {whose} flikar",
    "visit_plan.read": "Öppnade {whose} besöksplaner",
    "visit_plan.begun": "Började skriva en besöksplan för {whom}",
    "visit_plan.changed": "Skrev i {whose} besöksplan",
    "visit_plan.cleared": "Avslutade {whose} besöksplan",
    "visit_plan.reopened": "Öppnade {whose} besöksplan igen",
    "journal.read": "Öppnade {whose} journal",
    "journal.added": "Skrev en anteckning i {whose} journal",
    "journal.struck": "Felmarkerade en anteckning i {whose} journal",
    "log.read": "Läste loggen om {whom}",
    "task.added": "Lade till en uppgift om {whom}",
    "task.ticked": "Bockade av en uppgift om {whom}",
    "task.unticked": "Öppnade en uppgift om {whom} igen",
    "transfer.read": "Såg vilka texter om {whom} som är överförda",
    "transfer.ticked": "Antecknade att en text om {whom} är överförd",
    "transfer.unticked": "Tog tillbaka att en text om {whom} är överförd",
    "word.added": "Lärde stavningen ett ord",
    "word.removed": "Tog bort ett ord ur stavningen",
    "access.refused": "Nekades att {refused}",
    "user.role": "Gav en användare namn och roll",
    "user.own_persons": "Ändrade vilka individer en användare ser",
    "roles.accepted": "Godtog vad rollerna får göra",
    "unit.restored": "Lade tillbaka en säkerhetskopia",
    **{noted.value: noted.label for noted in Noted},
}
_CODES = {
    "tabs": "Visade alla koder i {whose} flikar",
    CODE_FIELD: "Visade koden till {whose} medicinskåp",
    "tabs.keys": "Visade numret på {whose} nyckel",
    "tabs.visit.door_codes": "Visade {whose} portkod",
}
# Why a backup was made: the first word of the detail; what stood in its way comes after.
_BACKUPS = {
    "daily": "varje dag",
    "asked": "på begäran",
    "before-migration": "före ny version",
}
_OF_BACKUP = (Noted.BACKED_UP, Noted.BACKUP_FAILED, Noted.BACKUP_STOPPED)
_UNKNOWN = "Annan händelse"
_NOBODY, _NOBODYS = "en individ", "en individs"
_NOT_OWN = "öppna en individ utanför sina egna"
_NOT_OWN_UNIT = "lägga till individer i en enhet som inte är ens egen"
_NOT_SHOWN = "se det som en extern utförare inte får se"
_SOME = "individer"


def in_words(entry: LogEntry) -> str:
    """Return what was done, with the person's given name, or with nobody's when it is not told."""
    name = entry.person.split()[0] if entry.person else ""
    words = WORDS.get(entry.action, _UNKNOWN)
    if entry.action == "code.shown":
        words = _of_code(entry.detail) or words
    if entry.action in set(_OF_BACKUP):
        words += _of_backup(entry.detail)
    if entry.user:
        words += f": {entry.user}"
    return words.format(
        whose=genitive(name) if name else _NOBODYS,
        whom=name or _NOBODY,
        refused=_refused(entry.detail),
        listed=Listed(entry.detail).label if entry.detail in set(Listed) else _SOME,
    )


def count_in_words(count: LogCount) -> str:
    """Return what was done so many times, with nobody's name."""
    if count.action == "access.refused":
        return UnusualKind.REFUSED.label
    return WORDS.get(count.action, _UNKNOWN).format(whose=_NOBODYS, whom=_NOBODY, listed=_SOME)


def finding_in_words(finding: Finding) -> str:
    """Return what was unusual: how often, and with how many persons."""
    if finding.kind is UnusualKind.FAILED_LOGIN or not finding.people:
        count = "1 gång" if finding.times == 1 else f"{finding.times} gånger"
    else:
        count = "1 individ" if finding.people == 1 else f"{finding.people} individer"
    reasons = f". Skäl: {'; '.join(finding.reasons)}" if finding.reasons else ""
    return f"{finding.kind.label}: {count}{reasons}"


def _of_code(field: str) -> str:
    """Return the words for the code at *field*, the nearest that is known."""
    while field and field not in _CODES:
        field = field.rpartition(".")[0]
    return _CODES.get(field, "")


def _of_backup(detail: str) -> str:
    """Return why the backup was made, and what stood in its way."""
    reason, _, cause = detail.partition(" ")
    told = f" ({_BACKUPS[reason]})" if reason in _BACKUPS else ""
    return f"{told}: {cause}" if cause else told


def _refused(detail: str) -> str:
    told = {"not_shown": _NOT_SHOWN, "not_own_unit": _NOT_OWN_UNIT}
    if detail in told:
        return told[detail]
    return Permission(detail).label if detail in set(Permission) else _NOT_OWN
