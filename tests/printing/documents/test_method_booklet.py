"""The metodstöd as a booklet: everything in it, in order, with a contents that is right."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import page
import pytest

from gplan_desktop.domain.life_areas import LIFE_AREAS
from gplan_desktop.method.entries import plain as as_read_aloud
from gplan_desktop.method.load import built_in
from gplan_desktop.method.model import Method
from printing.documents.booklet_lists import in_words, tell_rules
from printing.documents.booklet_order import chapters
from printing.documents.help_text import Part, Piece, pieces, tell_help, tell_page
from printing.documents.method_booklet import (
    MethodBooklet,
    method_booklet_stem,
    tell_method_booklet,
)
from printing.layout.block import fill
from printing.layout.dressing import Dressing
from printing.layout.paper import Paper, written
from printing.layout.paragraph import Heading
from printing.layout.story import Story
from printing.layout.style import NORMAL
from printing.pdf.document import About

BOOKLET = MethodBooklet("Hemvården Norr, Ängsholms kommun", date(2026, 11, 24))


@pytest.fixture(scope="module")
def whole() -> Method:
    return built_in()


@pytest.fixture(scope="module")
def paper(whole: Method) -> Paper:
    return tell_method_booklet(BOOKLET, whole)


@pytest.fixture(scope="module")
def data(paper: Paper) -> bytes:
    return written(paper)


@pytest.fixture(scope="module")
def texts(data: bytes, read: Callable[[bytes], list[str]]) -> list[str]:
    """The text of each page, on one line."""
    return [" ".join(told.split()) for told in read(data)]


@pytest.fixture(scope="module")
def text(texts: list[str], whole: Method) -> str:
    """All text without head and foot, as one word."""
    foot = re.compile(rf"Version {re.escape(whole.version)} Sida \d+ av \d+")
    inner = (foot.sub("", told.removeprefix(whole.title)) for told in texts)
    return _without_ends("".join(inner))


def _without_ends(text: str) -> str:
    """Return *text* without what lines and pages put between its letters."""
    return re.sub(r"[\s\u00ad•-]|\d+\.", "", text)


@pytest.mark.parametrize(
    "profile", [page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A]
)
def test_is_valid(data: bytes, profile: page.ValidationProfile) -> None:
    assert page.validate_pdf_bytes(data, profile=profile).is_compliant


def test_is_the_same_bytes_each_time(data: bytes, whole: Method) -> None:
    assert written(tell_method_booklet(BOOKLET, whole)) == data


def test_the_title_page_tells_name_version_unit_and_day(texts: list[str], whole: Method) -> None:
    for said in (whole.title, f"Version {whole.version}", BOOKLET.unit, "24 november 2026"):
        assert said in texts[0]


def test_every_page_has_the_title_at_its_head_and_the_version_at_its_foot(
    texts: list[str], whole: Method
) -> None:
    count = len(texts)
    for number, told in enumerate(texts, 1):
        assert told.startswith(whole.title)
        assert f"Version {whole.version} Sida {number} av {count}" in told


def test_a_name_without_the_word_gets_it_at_the_head(whole: Method) -> None:
    told = tell_method_booklet(BOOKLET, replace(whole, title="Så gör vi"))
    assert told.dressing.name == told.about.title == "Metodstöd – Så gör vi"


def test_the_contents_name_the_pages_where_the_headings_stand(texts: list[str]) -> None:
    last = next(at for at, told in enumerate(texts) if "Vem ska ha en genomförandeplan?" in told)
    contents = " ".join(texts[1:last])
    for area in LIFE_AREAS:
        found = re.search(re.escape(f"{area.label} ({area.code})") + r" (\d+)", contents)
        assert found
        assert f"{area.label} ({area.code})" in texts[int(found[1]) - 1]


def test_the_contents_hold_every_chapter_and_page_of_the_manual(
    texts: list[str], whole: Method
) -> None:
    contents = " ".join(texts[1:3])
    places = [
        contents.index(title)
        for chapter in chapters(whole)
        for title in (chapter.title, *(page.title for page in chapter.pages))
    ]
    assert places == sorted(places)


def test_every_step_is_told_once_in_the_manuals_order(whole: Method) -> None:
    told = [page.step for chapter in chapters(whole) for page in chapter.pages]
    assert told == list(whole.steps)


def test_pages_that_not_every_plan_has_say_so(whole: Method) -> None:
    titles = [page.title for chapter in chapters(whole) for page in chapter.pages]
    assert "Avsluta den tidigare planen (bara vid uppföljning)" in titles
    assert "Alla livsområden (bara i en första plan)" in titles
    assert "Medverkande" in titles


def test_nothing_of_the_help_is_lost(text: str, whole: Method) -> None:
    for name, field in whole.fields.items():
        told = field.help
        for said in (field.label, field.hint, told.why, told.how, told.good, told.poor, told.law):
            for piece in pieces(said):
                assert _without_ends(piece.text) in text, (name, piece.text)


def test_nothing_of_the_pages_is_lost(text: str, whole: Method) -> None:
    for step in whole.steps.values():
        for piece in pieces(step.body):
            for said in (piece.text, *(as_read_aloud(c) for row in piece.rows for c in row)):
                assert _without_ends(said).rstrip(".") in text, said


def test_nothing_of_the_life_areas_is_lost_and_no_blank_form_of_the_person(
    text: str, whole: Method
) -> None:
    assert "{" not in text
    for area in whole.areas.values():
        for said in (area.examples.goal.good, area.examples.result.poor):
            assert _without_ends(said) in text
    assert "Jagtvättar[…delaravkroppen]själv" in text


def test_every_rule_stands_with_number_sentence_and_source(text: str, whole: Method) -> None:
    for rule in whole.rules.values():
        assert _without_ends(f"{rule.number} {rule.sentence}") in text
    assert "Allaregler" in text


def test_rules_from_different_days_tell_each_its_day(
    whole: Method, read: Callable[[bytes], list[str]]
) -> None:
    first, *others = whole.rules.items()
    newer = replace(first[1], valid_from=date(2027, 7, 1))
    changed = replace(whole, rules=dict([(first[0], newer), *others]))
    told = " ".join(" ".join(_read_alone(tell_rules, changed, read)).split())
    assert "Gäller från 2027-07-01" in told
    assert "Alla regler" not in told


def test_the_guard_is_told_in_words(text: str, whole: Method) -> None:
    for kind in whole.guard.kinds.values():
        assert _without_ends(kind.reason) in text
    assert "<" not in text
    assert "|" not in text


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("diabetes*", ["diabetes…"]),
        ("*cancer*", ["…cancer…"]),
        ("(ej|ingen) hlr*", ["ej hlr…"]),
        ("(har|(in|ut)åt) (en )?stroke", ["har stroke"]),
        ("koden <till><kod>", ["koden …"]),
        ("<telefon>", []),
    ],
)
def test_a_pattern_reads_as_words(pattern: str, words: list[str]) -> None:
    assert in_words([pattern]) == words


def test_no_heading_is_the_last_on_a_page(paper: Paper) -> None:
    rest = list(paper.story.blocks)
    while rest:
        placed, rest = fill(rest, paper.story.look.depth)
        last = placed[-1].block
        assert not (rest and (isinstance(last, Heading) or last.keeps))


def test_is_named_after_the_version(whole: Method) -> None:
    assert method_booklet_stem(whole) == f"Metodstöd – version {whole.version}"


@pytest.mark.parametrize(
    ("markdown", "told"),
    [
        ("## Så här", [Piece(Part.HEADING, "Så här")]),
        ("En **viktig** *sak*\npå två rader", [Piece(Part.TEXT, "En viktig sak på två rader")]),
        (
            "Först\n- ett\n  två\n- tre",
            [
                Piece(Part.TEXT, "Först"),
                Piece(Part.ITEM, "ett två", "•"),
                Piece(Part.ITEM, "tre", "•"),
            ],
        ),
        ("1. Gå\n2. Stå", [Piece(Part.ITEM, "Gå", "1."), Piece(Part.ITEM, "Stå", "2.")]),
        ("| A | B |\n|---|---|\n| c |", [Piece(Part.TABLE, rows=(("A", "B"), ("c", "")))]),
        ("| A | B |\n|---|---|", [Piece(Part.TEXT, "A – B")]),
        (r"\* En not och [en länk](step:print)", [Piece(Part.TEXT, "* En not och en länk")]),
        ("Asterisk (*) är ett tecken", [Piece(Part.TEXT, "Asterisk (*) är ett tecken")]),
        ("", []),
    ],
)
def test_markdown_becomes_pieces(markdown: str, told: list[Piece]) -> None:
    assert list(pieces(markdown)) == told


def test_a_long_text_goes_over_pages(whole: Method, read: Callable[[bytes], list[str]]) -> None:
    table = "| A | B |\n|---|---|\n| x | " + "z " * 2000 + "|"
    body = "\n\n".join(["ord " * 2000, "- " + "punkt " * 1500, table])
    told = " ".join(_read_alone(lambda story, _: tell_page(story, body), whole, read))
    assert len(re.findall(r"\bord\b", told)) == 2000
    assert len(re.findall(r"\bpunkt\b", told)) == 1500
    assert len(re.findall(r"\bz\b", told)) == 2000


def test_a_label_stands_by_the_first_line_of_a_list_that_goes_over_pages(
    whole: Method, read: Callable[[bytes], list[str]]
) -> None:
    body = "\n".join(f"- nummer {number}" for number in range(100))
    told = _read_alone(lambda story, _: tell_help(story, "Fraser", body), whole, read)
    assert len(told) > 1
    assert "".join(told).count("Fraser") == 1
    assert all(f"nummer {number}" in " ".join(told) for number in range(100))


def _read_alone(
    tell: Callable[[Story, Method], None],
    method: Method,
    read: Callable[[bytes], list[str]],
) -> list[str]:
    """Return the text of the pages of a paper on which only *tell* has told something."""
    story = Story(NORMAL)
    story.title("Prov")
    tell(story, method)
    about = About("Prov", "", "", "Gplan", None)
    return read(written(Paper(story, about, Dressing("", "", "Prov", ""))))


def test_tags_of_a_page_follow_its_text() -> None:
    story = Story(NORMAL)
    tell_page(story, "Text\n\n- ett\n- två\n\nMer\n\n- tre")
    kinds = [tag.kind.value for tag in story.root.children]
    assert kinds == ["P", "L", "P", "L"]
