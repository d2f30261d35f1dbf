"""The page in every package that tells what it is, also to those who have no Gplan."""

from datetime import datetime

from gplan_desktop.domain import dates
from gplan_desktop.domain.overview import Unit
from gplan_desktop.version import VERSION

_PRACTICE = "ÖVNING: paketet kommer från övningsenheten. Personerna i det är påhittade.\n\n"
_TEXT = """\
Arkivpaket från Gplan
=====================

{practice}Genomförandeplaner från {unit}. Antal planer: {count}.
Paketet gjordes {at} av {by} med Gplan {version}.

SEKRETESS
Paketet innehåller uppgifter om enskildas personliga förhållanden. De omfattas
av sekretess enligt 26 kap. 1 § offentlighets- och sekretesslagen (2009:400).
Förvara paketet så att bara behöriga kommer åt det, och skicka det aldrig med
vanlig e-post.

VAD SOM FINNS HÄR
SHA256SUMS.txt        kontrollsumman för varje fil
planer/….pdf          planen som den skrevs ut när den upprättades
planer/….json         planens text, så som den skrivskyddades
uppgifter/….json      individen, uppdraget, vem som upprättade planen och när,
                      metodstödets version och planens kontrollsumma

SÅ KONTROLLERAR DU ATT INGET HAR ÄNDRATS
I Gplan: öppna Sigill, välj ”Kontrollera ett arkivpaket” och peka ut mappen
eller zip-filen. Gplan behöver varken nätverk eller databasen för det.
Utan Gplan: på Linux och Mac med kommandot
    sha256sum -c SHA256SUMS.txt
och på Windows, i PowerShell, fil för fil med
    Get-FileHash FILEN -Algorithm SHA256
Värdet ska vara det som står i SHA256SUMS.txt.

KONTROLLKODEN PÅ PAPPERET
Den kod som står på den utskrivna planen är de 16 första tecknen i
kontrollsumman för planer/….json. QR-koden innehåller GPLAN1: följt av hela
kontrollsumman, 64 tecken, och inget annat. Stämmer koden på ett papper med
filen är texten den som upprättades. Kontrollsummorna i paketet visar att
filerna hör ihop; den som kan ändra alla filer kan också räkna om summorna.
Jämför därför med en kod på papper om det är viktigt.

FILERNAS FORMAT
JSON (RFC 8259) i UTF-8, utan radbrytningar, med fälten i bokstavsordning.
Datum skrivs 2026-11-23 och tidpunkter i UTC. I planens text är participation
delaktighet, contributors medverkande, areas livsområdena (code är ICF-koden,
needs behov, goal mål, activities insatser, attainment måluppfyllelse, result
resultat av uppföljning), follow_up nästa uppföljning, closing hur den förra
planen följdes upp och accepted varningar som godtogs med skäl. I uppgifterna
är status planens läge när paketet gjordes: established upprättad, superseded
ersatt, annulled makulerad. format är {format}.
"""


def readme(unit: Unit, made_at: datetime, count: int, form: str) -> str:
    """Return the text of LÄSMIG.txt for a package of *count* plans in the format *form*."""
    return _TEXT.format(
        practice=_PRACTICE if unit.practice else "",
        unit=unit.name,
        count=count,
        at=dates.stamp(made_at),
        by=unit.coordinator,
        version=VERSION,
        format=form,
    )
