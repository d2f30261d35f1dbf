"""The eleven life areas of IBIC with their ICF codes, in official order."""

from dataclasses import dataclass
from enum import IntEnum


class Functioning(IntEnum):
    """The ICF qualifier for how great a difficulty is (0-4, 8, 9)."""

    NO_LIMITATION = 0
    SLIGHT = 1
    MODERATE = 2
    SEVERE = 3
    COMPLETE = 4
    NOT_SPECIFIED = 8
    NOT_APPLICABLE = 9

    @property
    def label(self) -> str:
        """The Swedish wording of IBIC; the number always stands beside it."""
        return _FUNCTIONING_LABELS[self]


_FUNCTIONING_LABELS = {
    Functioning.NO_LIMITATION: "Ingen begränsning",
    Functioning.SLIGHT: "Lätt begränsning",
    Functioning.MODERATE: "Måttlig begränsning",
    Functioning.SEVERE: "Stor begränsning",
    Functioning.COMPLETE: "Total begränsning",
    Functioning.NOT_SPECIFIED: "Ej specificerat",
    Functioning.NOT_APPLICABLE: "Ej tillämpbart",
}


@dataclass(frozen=True)
class SubArea:
    """A delområde: code and official label."""

    code: str
    label: str


@dataclass(frozen=True)
class LifeArea:
    """A livsområde: code, official label and its delområden."""

    code: str
    label: str
    sub_areas: tuple[SubArea, ...] = ()


def _area(code: str, label: str, *sub_areas: str) -> LifeArea:
    parts = (entry.partition(" ") for entry in sub_areas)
    return LifeArea(code, label, tuple(SubArea(code, text) for code, _, text in parts))


LIFE_AREAS = (
    _area(
        "d1",
        "Lärande och att tillämpa kunskap",
        "d138 Att ta reda på information",
        "d155 Att förvärva färdigheter",
        "d160 Att fokusera uppmärksamhet",
        "d175 Att lösa problem",
        "d177 Att fatta beslut",
    ),
    _area(
        "d2",
        "Allmänna uppgifter och krav",
        "d210 Att företa en enstaka uppgift",
        "d230 Att genomföra daglig rutin",
        "d240 Att hantera stress och andra psykologiska krav",
        "d298A Att hantera sitt eget beteende",
    ),
    _area(
        "d3",
        "Kommunikation",
        "d310 Att kommunicera genom att ta emot talade meddelanden",
        "d315 Att kommunicera genom att ta emot icke-verbala meddelanden",
        "d320 Att kommunicera genom att ta emot meddelanden på teckenspråk",
        "d325 Att kommunicera genom att ta emot skrivna meddelanden",
        "d330 Att tala",
        "d335 Att uttrycka sig genom icke-verbala meddelanden",
        "d340 Att uttrycka sig genom meddelanden på teckenspråk",
        "d345 Att skriva meddelanden",
        "d350 Konversation",
        "d360 Att använda kommunikationsutrustningar och kommunikationstekniker",
    ),
    _area(
        "d4",
        "Förflyttning",
        "d410 Att ändra grundläggande kroppsställning",
        "d415 Att bibehålla en kroppsställning",
        "d420 Att förflytta sig själv",
        "d430 Att lyfta och bära föremål",
        "d440 Handens finmotoriska användning",
        "d450 Att gå",
        "d455 Att röra sig omkring på olika sätt",
        "d460 Att röra sig omkring på olika platser",
        "d470 Att använda transportmedel",
    ),
    _area(
        "d5",
        "Personlig vård",
        "d510 Att tvätta sig",
        "d520 Kroppsvård",
        "d530 Att sköta toalettbehov",
        "d540 Att klä sig",
        "d550 Att äta",
        "d560 Att dricka",
        "d570 Att sköta sin egen hälsa",
        "d598A Att se till sin egen säkerhet",
    ),
    _area(
        "d6",
        "Hemliv",
        "d610 Att skaffa bostad",
        "d620 Att skaffa varor och tjänster",
        "d630 Att bereda måltider",
        "d640 Hushållsarbete",
        "d6400 Att tvätta och torka kläder",
        "d6401 Att städa köksutrymmen och köksredskap",
        "d6402 Att städa bostaden",
        "d6403 Att hantera hushållsapparater",
        "d6404 Att förvara förnödenheter",
        "d6405 Att avlägsna avfall",
        "d6408A Att tvätta och torka kläder och textilier med hushållsapparater",
        "d650 Att ta hand om hemmets föremål",
        "d660 Att bistå andra",
    ),
    _area(
        "d7",
        "Mellanmänskliga interaktioner och relationer",
        "d720 Sammansatta mellanmänskliga interaktioner",
        "d730 Att ha kontakt med okända personer",
        "d740 Formella relationer",
        "d750 Informella sociala relationer",
        "d760 Familjerelationer",
        "d770 Parrelationer",
    ),
    _area(
        "d8",
        "Utbildning, arbete, sysselsättning och ekonomiskt liv",
        "d839 Utbildning",
        "d845 Att skaffa, behålla och sluta ett arbete",
        "d859 Arbete och sysselsättning",
        "d860 Grundläggande ekonomiska transaktioner",
        "d865 Komplexa ekonomiska transaktioner",
        "d870 Ekonomisk självförsörjning",
    ),
    _area(
        "d9",
        "Samhällsgemenskap, socialt och medborgerligt liv",
        "d910 Samhällsgemenskap",
        "d920 Rekreation och fritid",
        "d930 Religion och andlighet",
        "d950 Politiskt liv och medborgarskap",
    ),
    _area("b1528A", "Känsla av trygghet"),
    _area("e398A", "Personligt stöd från person som vårdar eller stödjer en närstående"),
)

_BY_CODE = {area.code: area for area in LIFE_AREAS}
_ORDER = {area.code: number for number, area in enumerate(LIFE_AREAS)}


def life_area(code: str) -> LifeArea:
    """Return the life area with *code*; KeyError when IBIC has none such."""
    return _BY_CODE[code]


def official_order(code: str) -> int:
    """Return the place of *code* among the eleven, for sorting."""
    return _ORDER[code]
