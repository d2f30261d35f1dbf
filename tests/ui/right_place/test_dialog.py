"""The adviser in its window: it answers while one writes, and moves with one key."""

from dataclasses import dataclass, field, replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from shiboken6 import delete

from gplan_desktop.domain.home import Home
from gplan_desktop.domain.tabs import Code, Secret
from gplan_desktop.domain.visit_plan import VisitPlan
from gplan_desktop.record_editing import Judge, RecordEditor
from ui.record.tabs_part import TabsPart
from ui.record.ways import PartId, RecordWays
from ui.right_place.dialog import RightPlaceDialog
from ui.right_place.ways import PlaceWays, put_by, text_source

PORT = Code("Porten", Secret("1234"))


@dataclass
class Around:
    """The view around the dialog: what was asked of it, and whether it could save."""

    saves: bool = True
    refreshed: int = 0
    shown: list[object] = field(default_factory=list)

    def refresh(self) -> None:
        self.refreshed += 1

    def ways(self, **more) -> PlaceWays:
        return PlaceWays(
            finish=lambda: self.saves,
            refresh=self.refresh,
            show_part=lambda part, place: self.shown.append((part, place)),
            open_plan=self.shown.append,
            **more,
        )


@pytest.fixture
def around() -> Around:
    return Around()


@pytest.fixture
def person(office):
    found = office.database.call(lambda: office.store.people("Karin"))
    return office.database.call(lambda: office.store.person(found[0].id))


@pytest.fixture
def show(office, put_up, qtbot):
    """Open the dialog over a window."""
    window = put_up(QWidget())

    def show(person=None, ways=None, source=None) -> RightPlaceDialog:
        dialog = RightPlaceDialog(office, window, person, ways, source)
        dialog.open()
        dialog.activateWindow()
        QApplication.processEvents()
        qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    return show


@pytest.fixture
def tabs_of(office, person):
    return lambda: office.database.call(lambda: office.store.tabs.of_person(person.id)).tabs


@pytest.fixture
def visit_plans_of(office, person):
    return lambda: office.database.call(lambda: office.store.visit_plans.of_person(person.id))


def write(dialog, text: str) -> None:
    dialog.desk.box.setPlainText(text)
    dialog.desk.answer_now()


def enter(dialog, qtbot) -> None:
    qtbot.keyClick(dialog.desk.box, Qt.Key.Key_Return)


def texts(widget) -> list[str]:
    return [one.text() for one in widget.findChildren(QLabel) if one.isVisibleTo(widget)]


def buttons(widget) -> dict[str, QPushButton]:
    found = widget.findChildren(QPushButton)
    return {one.text().strip(): one for one in found if one.isVisibleTo(widget)}


def test_it_answers_when_the_writer_pauses(show, qtbot, type_text):
    dialog = show()
    type_text(dialog.desk.box, "Portkoden är 1234.")
    assert dialog.desk.list.cards == []
    qtbot.waitUntil(lambda: bool(dialog.desk.list.cards), timeout=2000)
    [card] = dialog.desk.list.cards
    told = texts(card)
    assert "Fliken Besöksinfo, Portkoder" in told
    assert "Manualen s. 30" in told
    assert any(line.startswith("Portkoder står i fliken Besöksinfo") for line in told)


def test_without_a_person_it_only_tells(show, qtbot):
    dialog = show()
    write(dialog, "Portkoden är 1234.\nHon vill duscha.")
    assert all("Flytta" not in text and text != "Gå dit" for text in buttons(dialog))
    enter(dialog, qtbot)
    assert not any(card.moved_by for card in dialog.desk.list.cards)


def test_enter_moves_the_first_sure_sentence_and_then_the_next(
    show, person, around, tabs_of, qtbot
):
    dialog = show(person, around.ways())
    before = tabs_of().visit
    write(dialog, "Portkoden är 1234. Soprummet ligger på gården.")
    assert buttons(dialog.desk.list.cards[0])["Flytta dit (Enter)"].objectName() == "primary"
    assert "Flytta dit" in buttons(dialog.desk.list.cards[1])
    enter(dialog, qtbot)
    assert tabs_of().visit.door_codes == (*before.door_codes, PORT)
    assert around.refreshed == 1
    assert "Flyttat till fliken Besöksinfo, Portkoder." in texts(dialog.desk.list.cards[0])
    enter(dialog, qtbot)
    assert tabs_of().visit.way_to_waste.endswith("Soprummet ligger på gården.")
    enter(dialog, qtbot)
    assert tabs_of().visit.door_codes == (*before.door_codes, PORT)


def test_what_was_moved_stays_so_while_more_is_written(show, person, around, qtbot):
    dialog = show(person, around.ways())
    write(dialog, "Portkoden är 1234.")
    enter(dialog, qtbot)
    write(dialog, "Portkoden är 1234. Ta med nyckel.")
    first, second = dialog.desk.list.cards
    assert first.moved_by
    assert second.is_open


def test_what_was_moved_is_taken_back_and_shown(show, person, around, tabs_of, qtbot):
    dialog = show(person, around.ways())
    before = tabs_of()
    write(dialog, "Portkoden är 1234.")
    enter(dialog, qtbot)
    [card] = dialog.desk.list.cards
    card.undo.click()
    assert tabs_of().visit == before.visit
    assert "Det är ångrat." in texts(card)
    assert card.is_open
    enter(dialog, qtbot)
    card.go.click()
    assert around.shown == [(PartId.TABS, "tabs.visit.door_codes")]
    assert not dialog.isVisible()


def test_what_was_written_on_since_is_not_taken_back(show, person, around, office, tabs_of, qtbot):
    dialog = show(person, around.ways())
    write(dialog, "Soprummet ligger på gården.")
    enter(dialog, qtbot)
    found = office.database.call(lambda: office.store.tabs.of_person(person.id))
    visit = replace(found.tabs.visit, way_to_waste="Något annat")
    newer = replace(found.tabs, visit=visit)
    office.database.call(lambda: office.store.tabs.save(newer, found.version, "other"))
    [card] = dialog.desk.list.cards
    card.undo.click()
    assert any(line.startswith("Texten har ändrats sedan") for line in texts(card))
    assert card.moved_by
    assert tabs_of().visit.way_to_waste == "Något annat"


def test_an_unsure_answer_gives_two_choices(show, person, around, qtbot, unnamed):
    dialog = show(person, around.ways())
    write(dialog, "Lisa är snäll och kommer ibland.")
    [card] = dialog.desk.list.cards
    assert "Osäkert – välj" in texts(card)
    assert [view.advice.home for view in card.views] == [Home.PLAN, Home.JOURNAL]
    enter(dialog, qtbot)
    assert not card.moved_by
    assert "2  Flytta dit" in buttons(card)
    assert unnamed(dialog) == []
    qtbot.keyClick(dialog.desk.box, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert card.moved_by.home is Home.JOURNAL


def test_an_entry_is_begun_in_the_journal_and_taken_back(show, person, around, office, qtbot):
    dialog = show(person, around.ways())
    write(dialog, "Hon ramlade i går.")
    enter(dialog, qtbot)
    draft = office.database.call(lambda: office.store.journal.draft(person.id))
    assert (draft.heading, draft.text) == ("Händelse av vikt", "Hon ramlade i går.")
    assert draft.at == office.now()
    dialog.desk.list.cards[0].undo.click()
    assert office.database.call(lambda: office.store.journal.draft(person.id)) is None


def clear_visit_plans(office, person) -> None:
    def work() -> None:
        for record in office.store.visit_plans.of_person(person.id):
            if record.is_open:
                office.store.visit_plans.clear(record.plan.id, office.now())

    office.database.call(work)


def test_the_ordinary_visit_plan_is_written_in_before_a_temporary_one(
    show, person, around, office, visit_plans_of, qtbot
):
    clear_visit_plans(office, person)
    for plan in (
        VisitPlan("ordinary", person.id),
        VisitPlan("temporary", person.id, temporary=True),
    ):
        office.database.call(lambda plan=plan: office.store.visit_plans.save(plan, 0, "s"))
    dialog = show(person, around.ways())
    write(dialog, "Ta med nyckel.")
    enter(dialog, qtbot)
    plans = {record.plan.id: record.plan for record in visit_plans_of()}
    assert plans["ordinary"].arrival.bring_key
    assert not plans["temporary"].arrival.bring_key
    assert any("Flyttat till Tes-besöksplanen" in line for line in texts(dialog))


def test_without_a_visit_plan_a_new_one_is_offered(
    show, person, around, office, visit_plans_of, messages, qtbot
):
    clear_visit_plans(office, person)
    dialog = show(person, around.ways())
    write(dialog, "Ta med nyckel.")
    enter(dialog, qtbot)
    [question] = messages()
    assert not any(record.is_open for record in visit_plans_of())
    next(b for b in question.buttons() if b.text() == "Gör en besöksplan").click()
    [made] = [record.plan for record in visit_plans_of() if record.is_open]
    assert made.arrival.bring_key
    assert dialog.desk.list.cards[0].moved_by


def test_nothing_is_moved_when_the_page_cannot_be_saved(show, person, tabs_of, qtbot):
    dialog = show(person, Around(saves=False).ways())
    before = tabs_of()
    write(dialog, "Portkoden är 1234.")
    enter(dialog, qtbot)
    assert tabs_of() == before
    assert any("kunde inte sparas" in line for line in texts(dialog.desk.list.cards[0]))


def test_a_code_that_cannot_be_told_apart_is_written_by_hand(show, person, around, tabs_of, qtbot):
    dialog = show(person, around.ways())
    before = tabs_of()
    write(dialog, "Portkoden är 1234 och till gården 5678.")
    enter(dialog, qtbot)
    [card] = dialog.desk.list.cards
    assert any("för hand" in line for line in texts(card))
    assert tabs_of() == before
    buttons(card)["Gå dit"].click()
    assert around.shown == [(PartId.TABS, "tabs.visit.door_codes")]


def test_health_information_is_only_copied_and_the_permitted_phrase_offered(
    show, person, around, qtbot
):
    dialog = show(person, around.ways())
    write(dialog, "Hon har 0-HLR.")
    [card] = dialog.desk.list.cards
    assert set(buttons(card)) == {"Kopiera frasen", "Kopiera texten"}
    buttons(card)["Kopiera frasen"].click()
    assert QApplication.clipboard().text() == "Utför enligt vårdplan [namn]"
    buttons(card)["Kopiera texten"].click()
    assert QApplication.clipboard().text() == "Hon har 0-HLR."
    assert any(line.startswith("Kopierat.") for line in texts(card))


def test_health_information_in_the_wrong_place_can_be_taken_away_from_there(show, person, around):
    draft = Drafted()
    draft.texts["x"] = "Ring på. Hon har 0-HLR."
    dialog = show(person, around.ways(), text_source(lambda: draft, "x", "Hon har 0-HLR."))
    [card] = dialog.desk.list.cards
    buttons(card)["Ta bort texten där den står"].click()
    assert draft.texts["x"] == "Ring på."
    assert set(buttons(card)) == {"Ångra"}
    card.undo.click()
    assert draft.texts["x"] == "Ring på. Hon har 0-HLR."
    draft.texts["x"] = "Ring på."
    buttons(card)["Ta bort texten där den står"].click()
    assert "Texten står inte längre där." in texts(card)


def test_what_belongs_nowhere_has_no_button(show, person, around):
    dialog = show(person, around.ways())
    write(dialog, "Personnumret är 19390412-1234.")
    [card] = dialog.desk.list.cards
    assert "Ingenstans" in texts(card)
    assert buttons(card) == {}


def test_without_an_open_draft_the_plan_is_opened(show, person, around, office, qtbot):
    dialog = show(person, around.ways())
    write(dialog, "Vill ha hjälp att duscha.")
    [card] = dialog.desk.list.cards
    enter(dialog, qtbot)
    assert not card.moved_by
    assert "Kopiera texten" in buttons(card)
    buttons(card)["Öppna planen"].click()
    office.database.flush()
    [opened] = around.shown
    assert office.database.call(lambda: office.store.plan(opened)).plan.person_id == person.id
    assert not dialog.isVisible()


class Drafted:
    """A draft as the adviser writes in it."""

    def __init__(self) -> None:
        self.texts = {"area.d5.needs": "Vill bada."}

    def value(self, field: str) -> object:
        return self.texts[field]

    def change(self, field: str, value: object) -> None:
        self.texts[field] = str(value)


def test_an_open_draft_is_written_on_and_taken_back(show, person, around, qtbot):
    draft = Drafted()
    ways = around.ways(
        put_in_plan=lambda place, text: put_by(draft, place, lambda stands: f"{stands}\n{text}"),
        show_in_plan=around.shown.append,
    )
    dialog = show(person, ways)
    write(dialog, "Vill ha hjälp att duscha.")
    enter(dialog, qtbot)
    assert draft.texts == {"area.d5.needs": "Vill bada.\nVill ha hjälp att duscha."}
    [card] = dialog.desk.list.cards
    card.undo.click()
    assert draft.texts == {"area.d5.needs": "Vill bada."}
    buttons(card)["Gå dit"].click()
    assert around.shown == ["area.d5.needs"]


def test_of_two_sentences_in_the_same_field_of_a_draft_the_first_is_taken_back(
    show, person, around, qtbot
):
    draft = Drafted()
    ways = around.ways(
        put_in_plan=lambda place, text: put_by(draft, place, lambda stands: f"{stands}\n{text}")
    )
    dialog = show(person, ways)
    write(dialog, "Vill ha hjälp att duscha. Vill ha hjälp att klä på sig.")
    enter(dialog, qtbot)
    enter(dialog, qtbot)
    first, second = dialog.desk.list.cards
    first.undo.click()
    assert draft.texts == {"area.d5.needs": "Vill bada.\nVill ha hjälp att klä på sig."}
    second.undo.click()
    assert draft.texts == {"area.d5.needs": "Vill bada."}


def test_what_was_changed_in_the_draft_since_is_not_said_to_be_taken_back(
    show, person, around, qtbot
):
    draft = Drafted()
    ways = around.ways(
        put_in_plan=lambda place, text: put_by(draft, place, lambda stands: f"{stands}\n{text}")
    )
    dialog = show(person, ways)
    write(dialog, "Vill ha hjälp att duscha.")
    enter(dialog, qtbot)
    draft.texts["area.d5.needs"] = "Vill ha hjälp att duscha varje dag."
    [card] = dialog.desk.list.cards
    card.undo.click()
    assert draft.texts == {"area.d5.needs": "Vill ha hjälp att duscha varje dag."}
    assert any(line.startswith("Texten har ändrats sedan") for line in texts(card))
    assert card.moved_by


def test_the_life_area_is_asked_for_and_one_that_the_plan_lacks_is_told(
    show, person, around, qtbot, unnamed
):
    draft = Drafted()
    ways = around.ways(
        put_in_plan=lambda place, text: put_by(draft, place, lambda stands: f"{stands}\n{text}"),
        show_in_plan=around.shown.append,
    )
    dialog = show(person, ways)
    write(dialog, "Lisa är snäll och kommer ibland.")
    [card] = dialog.desk.list.cards
    view = card.views[0]
    assert view.ask_to_move()
    assert view.area.hasFocus()
    assert unnamed(dialog) == []
    view.area.edited.emit("d8")
    assert any("finns inte i planen" in line for line in texts(card))
    view.area.edited.emit("d5")
    assert draft.texts["area.d5.needs"].endswith("Lisa är snäll och kommer ibland.")
    assert "Flyttat till genomförandeplanen, Personlig vård, Behov och önskemål." in texts(card)


def important_with(office, person, text: str) -> RecordEditor:
    """Save *text* under "Viktigt att veta", and open it as the part does."""
    found = office.database.call(lambda: office.store.tabs.of_person(person.id))
    important = replace(found.tabs.good_to_know, other=text)
    tabs = replace(found.tabs, good_to_know=important)
    version = office.database.call(lambda: office.store.tabs.save(tabs, found.version, "s"))
    return RecordEditor(tabs, version, "tabs", Judge(lambda _: (), lambda *_: ()))


def test_a_text_in_the_wrong_place_is_taken_away_once_it_stands_in_the_right_one(
    show, person, around, office, tabs_of, qtbot
):
    text = "Ring på.\nPortkoden är 1234.\nStäng grinden."
    editor = important_with(office, person, text)
    field = "tabs.good_to_know.other"
    source = text_source(lambda: editor, field, "Portkoden är 1234.")
    dialog = show(person, around.ways(), source)
    assert dialog.desk.box.toPlainText() == "Portkoden är 1234."
    enter(dialog, qtbot)
    assert PORT in tabs_of().visit.door_codes
    assert editor.value(field) == "Ring på.\nStäng grinden."
    dialog.desk.list.cards[0].undo.click()
    assert PORT not in tabs_of().visit.door_codes
    assert "Portkoden är 1234." in str(editor.value(field))


def test_what_was_not_placed_whole_stays_where_it_stood(show, person, around, office, qtbot):
    text = "Sjuksköterskan Lisa Holm kommer varje tisdag."
    editor = important_with(office, person, text)
    source = text_source(lambda: editor, "tabs.good_to_know.other", text)
    dialog = show(person, around.ways(), source)
    [card] = dialog.desk.list.cards
    card.views[0].ask_to_move()
    assert any("Allt fick inte plats" in line for line in texts(card))
    assert editor.value("tabs.good_to_know.other") == text


@pytest.mark.parametrize(
    ("stands", "sentence", "left"),
    [
        ("Ett. Två. Tre.", "Två.", "Ett. Tre."),
        ("Ett. Två.", "Två.", "Ett."),
        ("Ett. Två.", "Ett.", "Två."),
        ("Ett.\n- Två.\nTre.", "Två.", "Ett.\nTre."),
        ("Ett.\nTvå.", "Två.", "Ett."),
        ("Ett.", "Fyra.", "Ett."),
    ],
)
def test_a_sentence_leaves_no_trace(stands: str, sentence: str, left: str) -> None:
    draft = Drafted()
    draft.texts["x"] = stands
    put_back = text_source(lambda: draft, "x", stands).take_away(sentence)
    assert draft.texts["x"] == left
    assert (put_back is None) is (sentence not in stands)
    if put_back:
        put_back()
        assert draft.texts["x"] == stands


def test_a_sentence_is_put_back_last_where_more_was_written_since() -> None:
    draft = Drafted()
    draft.texts["x"] = "Ett. Två."
    put_back = text_source(lambda: draft, "x", "Två.").take_away("Två.")
    draft.texts["x"] = "Ett och ett halvt."
    put_back()
    assert draft.texts["x"] == "Ett och ett halvt.\nTvå."


def test_a_text_of_the_very_record_that_is_open_is_moved_within_it(
    show, person, office, tabs_of, qtbot
):
    important_with(office, person, "Ring på. Portkoden är 1234.")
    part = TabsPart(person, office, RecordWays(lambda *_: None, lambda *_: None))
    part.show()
    part.refresh()
    office.database.flush()
    ways = PlaceWays(part.finish, part.refresh, lambda *_: None, lambda _: None)
    source = text_source(lambda: part.editor, "tabs.good_to_know.other", "Portkoden är 1234.")
    dialog = show(person, ways, source)
    enter(dialog, qtbot)
    assert part.finish()
    assert (tabs_of().good_to_know.other, PORT in tabs_of().visit.door_codes) == ("Ring på.", True)
    dialog.desk.list.cards[0].undo.click()
    assert part.finish()
    assert tabs_of().good_to_know.other == "Ring på. Portkoden är 1234."
    assert PORT not in tabs_of().visit.door_codes
    dialog.close()
    delete(part)


def test_a_long_text_shows_its_first_sentences(show, clipped, qtbot):
    dialog = show()
    write(dialog, "Portkoden är 1234.\n" * 25)
    assert len(dialog.desk.list.cards) == 20
    assert dialog.desk.list.more.isVisible()
    qtbot.waitUntil(lambda: clipped(dialog) == [])
