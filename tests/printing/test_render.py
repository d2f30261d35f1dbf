"""What the PDF is, whatever stands in the plan: the same bytes, readable, complete."""

import hashlib
import io
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from gplan_desktop.domain.assignment import AssignedArea, Assignment
from gplan_desktop.domain.life_areas import LIFE_AREAS, Functioning
from gplan_desktop.domain.plan import Activity, AreaPlan, Contributor, FollowUp, Participation
from printing.document import PlanDocument
from printing.render import file_name, missing_characters, render, warm_up

ODD = (
    "<b>&",
    '<img src="/etc/passwd">',
    "<Bemötande> rutin </b> &aring; &#65;",
    "<!-- dold --> <![CDATA[x]]> <?php?>",
    "ord\x00med\x0bstyrtecken\ud800",
    "rad ett\r\nrad två\n\n\n\n\nrad tre",
    "\u00admjukt\u00ad binde\u00adstreck\u00ad",
    "a",
    "Sámi ŋ ŧ č, Việt, Ελλάδα, Київ, ☑ → ≥",
)
SENTENCE = "biståndshandläggarmöte och promenad till Ångströmsvägen "
# Of each text in filled_with: participation 3, contributor 2, area 4, activity 5, follow-up 2.
TEXTS = 16


def letters(text: str) -> str:
    """What is left of *text* when lines have been broken and words divided."""
    return re.sub(r"[\s\u00ad-]", "", text)


def filled_with(document: PlanDocument, text: str) -> PlanDocument:
    activity = Activity(text, text, text, (), text, text)
    plan = replace(
        document.plan,
        participation=Participation(True, text, None, text, text),
        contributors=(Contributor(text, text, True),),
        areas=(AreaPlan("d5", False, text, text, (activity,), None, text, text),),
        follow_up=FollowUp(None, text, text),
    )
    return replace(document, record=replace(document.record, plan=plan))


@pytest.mark.parametrize("text", ODD)
def test_every_text_is_shown_as_it_was_written(draft, method, read, text):
    shown = letters("".join(read(render(filled_with(draft, text), method))))

    expected = letters("".join(c for c in text if (c >= " " and c != "\ud800") or c == "\n"))
    assert shown.count(expected) >= TEXTS


def test_a_word_without_end_is_broken_but_not_cut(draft, method, read):
    shown = "".join(read(render(filled_with(draft, "ŧ" * 400), method)))

    assert shown.count("ŧ") == TEXTS * 400


def test_long_texts_everywhere_are_all_printed(draft, method, read):
    shown = "".join(read(render(filled_with(draft, SENTENCE * 60), method)))

    assert shown.count("promenad") == TEXTS * 60


def test_twenty_thousand_signs_are_all_printed(draft, method, read):
    text = SENTENCE * 400
    activity = replace(draft.plan.areas[0].activities[0], how=text)
    area = replace(draft.plan.areas[0], needs=text, activities=(activity,))
    plan = replace(draft.plan, areas=(area,))

    shown = "".join(read(render(replace(draft, record=replace(draft.record, plan=plan)), method)))

    assert len(text) > 20_000
    assert shown.count("promenad") == 2 * 400


def test_sixty_activities_are_all_printed_under_a_heading_on_each_page(draft, method, read):
    activities = tuple(Activity(f"Vad{n}", f"Hur{n}", f"Vem{n}") for n in range(60))
    areas = (replace(draft.plan.areas[0], activities=activities),)
    plan = replace(draft.plan, areas=areas)

    pages = read(render(replace(draft, record=replace(draft.record, plan=plan)), method))

    words = set(" ".join(pages).split())
    assert {f"{column}{n}" for column in ("Vad", "Hur", "Vem") for n in range(60)} <= words
    for page in pages:
        if re.search(r"Vad\d", page):
            assert re.search(r"^Vad Hur Vem När$", page, re.MULTILINE)


@pytest.mark.parametrize("count", [0, 1, 11])
def test_any_number_of_life_areas_is_printed(draft, method, read, count):
    codes = [area.code for area in LIFE_AREAS[:count]]
    degrees = (Functioning.SEVERE, Functioning.MODERATE)
    assigned = tuple(AssignedArea(code, "Behov", *degrees, "Mål", "Stöd") for code in codes)
    plan = replace(draft.plan, areas=tuple(AreaPlan(code) for code in codes))
    assignment = replace(draft.assignment, areas=assigned)
    document = replace(draft, assignment=assignment, record=replace(draft.record, plan=plan))

    text = " ".join(" ".join(read(render(document, method))).split())

    for area in LIFE_AREAS[:count]:
        assert area.label in text


@pytest.mark.parametrize(
    ("lines", "decided"), [(lines, lines % 8 == 0) for lines in range(0, 40, 4)]
)
def test_no_heading_stands_last_on_a_page(established, method, read, lines, decided):
    wishes = "\n".join(["rad"] * lines)
    participation = replace(established.plan.participation, wishes=wishes)
    plan = replace(established.plan, participation=participation, areas=established.plan.areas[:1])
    assignment = replace(established.assignment, areas=established.assignment.areas[: int(decided)])
    document = replace(
        established, assignment=assignment, record=replace(established.record, plan=plan)
    )

    headings = {"Delaktighet", "Medverkande", "Livsområden", "Uppföljning", "Om dokumentet"}
    headings |= {area.label for area in plan.areas} | {"Vad Hur Vem När", "Namn Roll"}
    for page in read(render(document, method)):
        assert page.splitlines()[-1].strip() not in headings


@pytest.mark.parametrize("lines", range(0, 40, 8))
def test_an_activity_is_not_divided_between_pages(established, method, read, lines):
    participation = replace(established.plan.participation, wishes="rad\n" * lines)
    activities = tuple(Activity(f"Första{n}", "mitten " * 30, f"Sista{n}") for n in range(12))
    area = replace(established.plan.areas[0], activities=activities)
    plan = replace(established.plan, participation=participation, areas=(area,))
    document = replace(established, record=replace(established.record, plan=plan))

    pages = read(render(document, method))

    for page in pages:
        assert page.count("Första") == page.count("Sista")
        assert page.count("mitten") == 30 * page.count("Första")
        assert len(re.findall(r"^Vad Hur Vem När$", page, re.MULTILINE)) <= 1


def test_the_same_plan_is_the_same_bytes_in_any_process(established, method):
    here = hashlib.sha256(render(established, method)).hexdigest()

    assert rendered_elsewhere("Asia/Tokyo", "77") == here


def rendered_elsewhere(zone: str, seed: str) -> str:
    program = (
        "import hashlib, runpy, sys\n"
        "c = runpy.run_path(sys.argv[1])\n"
        "from gplan_desktop.domain.plan import PlanRecord, PlanStatus\n"
        "from printing.document import PlanDocument\n"
        "from printing.render import render\n"
        "r = PlanRecord(c['PLAN'], PlanStatus.ESTABLISHED, 7, c['ESTABLISHMENT'])\n"
        "d = PlanDocument(c['PERSON'], c['ASSIGNMENT'], r, c['UNIT'])\n"
        "print(hashlib.sha256(render(d, c['METHOD'])).hexdigest())\n"
    )
    root = Path(__file__).parents[2]
    conftest = Path(__file__).with_name("conftest.py")
    environment = {**os.environ, "TZ": zone, "PYTHONHASHSEED": seed, "PYTHONPATH": str(root)}
    command = [sys.executable, "-c", program, str(conftest)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_threads_do_not_disturb_each_other(draft, established, method):
    documents = [draft, established] * 6
    one_by_one = [render(document, method) for document in documents]

    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda document: render(document, method), documents))

    assert together == one_by_one


def test_every_font_is_ours_and_embedded(draft, method):
    reader = PdfReader(io.BytesIO(render(draft, method)))

    fonts = [f.get_object() for page in reader.pages for f in page["/Resources"]["/Font"].values()]
    assert fonts
    assert all("+SourceSans3-" in font["/BaseFont"] for font in fonts)
    within = [font["/DescendantFonts"][0].get_object() for font in fonts]
    assert all("/FontFile2" in font["/FontDescriptor"] for font in within)


def test_readers_find_language_title_and_bookmarks(established, method):
    reader = PdfReader(io.BytesIO(render(established, method)))

    assert reader.trailer["/Root"]["/Lang"] == "sv-SE"
    assert reader.trailer["/Root"]["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata.title == "Genomförandeplan Hemvård – Anna Öström-Åkerlund"
    sections = [entry.title for entry in reader.outline if not isinstance(entry, list)]
    (areas,) = (entry for entry in reader.outline if isinstance(entry, list))
    assert sections[:3] == ["Delaktighet", "Medverkande", "Livsområden"]
    assert [entry.title for entry in areas] == ["Personlig vård", "Hemliv", "Känsla av trygghet"]


def test_the_file_name_tells_plan_person_and_day_but_no_number(draft, established):
    name = "Genomförandeplan Hemvård – AÖ"

    assert file_name(established) == f"{name} – 2026-11-23.pdf"
    assert file_name(draft) == f"{name} – utkast.pdf"


def test_the_file_name_is_one_that_windows_takes(draft):
    person = replace(draft.person, given_name='A:n/n\\a "?*|<>\n', family_name="E" * 300 + " .")
    plan = replace(draft.plan, name="")
    document = replace(draft, person=person, record=replace(draft.record, plan=plan))

    name = file_name(document)

    assert name == "Genomförandeplan – AE – utkast.pdf"
    assert not set(name) & set('<>:"/\\|?*\n')
    assert len(name) < 200


def test_characters_without_a_glyph_are_told_and_shown(draft, method, read):
    participation = replace(draft.plan.participation, wishes="Hej ᚠᚢ 𓀀 hej ᚠ")
    plan = replace(draft.plan, participation=participation)
    document = replace(draft, record=replace(draft.record, plan=plan))

    assert missing_characters(document) == "ᚠᚢ𓀀"
    assert "hej" in read(render(document, method))[0]


def test_scripts_of_the_world_are_not_missing(draft):
    wishes = "Hej سلام 😀 漢 한국어 שלום ሰላም สวัสดี नमस्ते Ελλάδα Київ"
    participation = replace(draft.plan.participation, wishes=wishes)
    plan = replace(draft.plan, participation=participation)

    assert missing_characters(replace(draft, record=replace(draft.record, plan=plan))) == ""


def test_nothing_is_missing_from_an_ordinary_plan(draft):
    assert missing_characters(draft) == ""


def test_warming_up_leaves_the_document_as_it_was(draft, method):
    before = render(draft, method)

    warm_up()

    assert render(draft, method) == before


def test_an_empty_draft_is_printed(draft, method, read):
    plan = replace(draft.plan, name="", participation=Participation(), contributors=(), areas=())
    assignment = Assignment("a", "p", draft.assignment.day, "", ())
    document = replace(draft, assignment=assignment, record=replace(draft.record, plan=plan))

    assert "Ej ifyllt" in read(render(document, method))[0]
