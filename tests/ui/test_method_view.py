"""The page Metodstöd: what is in use, where it differs, what is wrong, and the word list."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLabel

from gplan_desktop.domain.user import Permission
from gplan_desktop.errors import FolderReadOnly
from gplan_desktop.method.adopt import offered_roles
from gplan_desktop.method.in_use import OwnMethod
from gplan_desktop.method.loaded import Difference
from gplan_desktop.method.mistakes import MethodError, Mistake
from gplan_desktop.method.role_data import role_data
from gplan_desktop.settings import Settings
from ui import theme as themes
from ui.method_view import MethodView, MethodWays
from ui.office import Office, Standing
from ui.roles_aside import roles_notice
from ui.transfer_original_card import OriginalCard, OriginalChoice

DIFFERENCES = (
    Difference("method.toml", "limits.establish_days", "30", "14"),
    Difference("fields.toml", "area.*.goal.label", "Mål", "Mål med <stödet> & mer"),
    Difference("help/name.md", "Varför", "För att namnet ska vara lika. " * 9, "I Eksta. " * 30),
    Difference("language.toml", "value_words.envis.words", "", "envis"),
)
MISTAKES = tuple(
    Mistake("fields.toml", line, "name.hint", "texten är 130 tecken lång", "Skriv 1 till 95.")
    for line in (2, 12)
)


class Went:
    """What the page asked for, and how it is answered."""

    def __init__(self) -> None:
        self.asked: list[object] = []
        self.answer: Exception | None = None

    def adopt(self, folder: Path, refused: Callable[[Exception], None]) -> None:
        self.asked.append(folder)
        if self.answer:
            refused(self.answer)

    def ways(self) -> MethodWays:
        return MethodWays(
            lambda: self.asked.append("leave"),
            self.adopt,
            lambda: self.asked.append("built in"),
            OriginalChoice(is_treserva=False, change=self.asked.append),
        )


@pytest.fixture
def went() -> Went:
    return Went()


@pytest.fixture
def page(office: Office, put_up: Callable[..., Any], went: Went) -> Callable[..., MethodView]:
    """Put the page up, with what is known of the municipality's own metodstöd."""

    def page(own: OwnMethod | None = None, **changes: object) -> MethodView:
        known = replace(office, own_method=own or OwnMethod(), **changes)
        view: MethodView = put_up(MethodView(known, went.ways()))
        view.refresh()
        office.database.flush()
        view.focus_first()
        QApplication.processEvents()
        return view

    return page


def texts(view: MethodView) -> list[str]:
    return [shown.text() for shown in view.findChildren(QLabel) if shown.isVisible()]


def test_the_built_in_is_told_with_its_version_and_what_one_can_do(
    page: Callable[..., MethodView], office: Office
) -> None:
    view = page()
    assert {"Det inbyggda i Gplan", office.method.version, "Inga avvikelser"} <= {*texts(view)}
    assert any("lägg en mapp med bara det som ska skilja sig" in text for text in texts(view))
    assert not view.back_to_built_in.isVisible()
    assert not view.problem.isVisible()
    assert view.choose.hasFocus()


def test_every_difference_is_shown_with_both_texts(page: Callable[..., MethodView]) -> None:
    view = page(OwnMethod(is_used=True, differences=DIFFERENCES))
    shown = texts(view)
    assert {"Kommunens eget", "Här avviker kommunens metodstöd"} <= {*shown}
    place = shown.index("Dagar från stödets start tills planen ska vara upprättad")
    assert shown[place + 1 : place + 3] == ["30", "14"]
    assert "Mål med <stödet> & mer" in shown
    assert shown[shown.index("envis") - 1] == "–"
    assert view.back_to_built_in.isVisible()


def test_an_own_one_that_changes_nothing_is_told(page: Callable[..., MethodView]) -> None:
    assert "Kommunens metodstöd säger detsamma som det inbyggda." in texts(
        page(OwnMethod(is_used=True))
    )


def test_why_the_own_one_is_not_used_is_listed_and_can_be_copied(
    page: Callable[..., MethodView],
) -> None:
    view = page(OwnMethod(refused=MethodError(MISTAKES)))
    assert view.problem.isVisible()
    assert view.happened.text() == "Kommunens metodstöd används inte. 2 fel."
    view.copy.click()
    assert QGuiApplication.clipboard().text().splitlines() == [
        f"fields.toml, rad {line}: name.hint: texten är 130 tecken lång. Skriv 1 till 95."
        for line in (2, 12)
    ]
    assert view.mistakes.text() == QGuiApplication.clipboard().text()
    assert view.back_to_built_in.isVisible()


def test_a_long_list_is_cut_on_screen_but_copied_whole(page: Callable[..., MethodView]) -> None:
    many = tuple(Mistake("rules.toml", line, "x", "fel") for line in range(1, 101))
    view = page(OwnMethod(refused=MethodError(many)))
    assert view.mistakes.text().endswith("Det finns 60 fel till. Kopiera listan för alla.")
    view.copy.click()
    assert len(QGuiApplication.clipboard().text().splitlines()) == 100


def test_a_folder_is_chosen_in_a_dialog(
    page: Callable[..., MethodView], went: Went, tmp_path: Path
) -> None:
    view = page()
    view.choose.click()
    dialog = view.findChild(QFileDialog)
    assert dialog.isVisible()
    assert dialog.fileMode() is QFileDialog.FileMode.Directory
    dialog.fileSelected.emit(str(tmp_path))
    dialog.reject()
    assert went.asked == [tmp_path]
    assert not view.choose.isEnabled()


def test_a_chosen_folder_with_mistakes_is_told_and_another_can_be_chosen(
    page: Callable[..., MethodView], went: Went, tmp_path: Path
) -> None:
    view = page()
    went.answer = MethodError(MISTAKES[:1])
    view._adopt(tmp_path)
    assert view.problem.isVisible()
    assert view.happened.text() == (
        "Metodstödet i mappen går inte att använda. Inget har ändrats. Ett fel."
    )
    assert view.choose.isEnabled()
    assert view.copy.hasFocus()
    went.answer = None
    view._adopt(tmp_path)
    assert not view.problem.isVisible()


def test_what_the_world_did_is_told(
    page: Callable[..., MethodView], went: Went, tmp_path: Path, messages: Any
) -> None:
    view = page()
    went.answer = FolderReadOnly(tmp_path)
    view._adopt(tmp_path)
    (message,) = messages()
    assert "Det går inte att skriva i mappen" in message.text()
    assert not view.problem.isVisible()


def test_the_built_in_comes_back_only_after_a_question(
    page: Callable[..., MethodView], went: Went, messages: Any
) -> None:
    view = page(OwnMethod(is_used=True, differences=DIFFERENCES))
    for answer, asked in (
        ("Behåll kommunens", []),
        ("Gå tillbaka till det inbyggda", ["built in"]),
    ):
        view.back_to_built_in.click()
        (question,) = messages()
        next(button for button in question.buttons() if button.text() == answer).click()
        assert went.asked == asked


@pytest.fixture
def greedy(tmp_path: Path) -> Path:
    """A metodstöd that gives readers more."""
    may = '[roles.lasare]\nmay = ["read", "read_tabs", "read_journal", "show_codes"]\n'
    folder = tmp_path / "Eksta"
    folder.mkdir()
    (folder / "method.toml").write_text('version = "Eksta"\n', "utf-8")
    (folder / "access.toml").write_text(may, "utf-8")
    return folder


MORE = "Läsare får också: visa koder."


def test_other_roles_come_only_with_who_manages_users_and_after_a_question(
    page: Callable[..., MethodView], office: Office, went: Went, greedy: Path, messages: Any
) -> None:
    store, ours = office.store, role_data(office.method)
    office.database.call(lambda: store.roles.settled(ours))
    closed = Standing({Permission.MANAGE_USERS: "Din roll får inte."})
    view = page(standing=closed)
    view._adopt(greedy)
    office.database.flush()
    assert (view.problem.isVisible(), view.mistakes.text(), went.asked) == (True, MORE, [])
    assert store.roles.in_force == ours
    view = page()
    for answer, asked in (("Låt dem vara", []), ("Ändra rollerna", [greedy])):
        view._adopt(greedy)
        office.database.flush()
        [question] = messages()
        assert f"• {MORE}" in question.informativeText()
        next(button for button in question.buttons() if button.text() == answer).click()
        office.database.flush()
        assert went.asked == asked
    assert Permission.SHOW_CODES in store.roles.in_force.access.roles["lasare"].may


def test_a_folder_whose_roles_are_not_in_force_is_told_and_can_be_accepted(
    page: Callable[..., MethodView],
    office: Office,
    went: Went,
    greedy: Path,
    messages: Any,
    clipped: Any,
) -> None:
    store, ours = office.store, role_data(office.method)
    office.database.call(lambda: store.roles.settled(ours))
    view = page(OwnMethod(roles_aside=offered_roles(greedy)))
    assert MORE in view.roles.told.text()
    assert clipped(view) == []
    notice = roles_notice(office, lambda: went.asked.append("method"))
    notice.findChild(QAbstractButton).click()
    assert went.asked == ["method"]
    view.roles.accept.click()
    [question] = messages()
    next(button for button in question.buttons() if button.text() == "Ändra rollerna").click()
    office.database.flush()
    assert view.roles.told.text() == "Rollerna är ändrade. Det gäller från nästa inloggning."
    assert store.roles.in_force == offered_roles(greedy)


def test_esc_and_the_link_go_back_to_the_list(page: Callable[..., MethodView], went: Went) -> None:
    view = page()
    QTest.keyClick(view.choose, Qt.Key.Key_Escape)
    assert went.asked == ["leave"]


def words(view: MethodView) -> list[str]:
    return [button.text() for button in view.words.buttons]


@pytest.fixture
def own_words(office: Office) -> list[str]:
    """Words that the unit has of its own, in Swedish order."""
    own = ["Phoniro", "Tes", "Åsagården"]
    for word in reversed(own):
        office.database.call(lambda word=word: office.store.words.add(word))
    return own


def test_without_own_words_it_is_told_how_one_is_added(page: Callable[..., MethodView]) -> None:
    view = page()
    assert words(view) == []
    assert view.words.what.text().startswith("Enheten har inga egna ord än.")


def test_a_word_is_taken_away_and_put_back(
    page: Callable[..., MethodView], office: Office, own_words: list[str]
) -> None:
    view = page()
    assert words(view) == own_words
    assert view.words.buttons[1].accessibleName() == "Ta bort ordet Tes"
    QTest.keyClick(view.words.buttons[1], Qt.Key.Key_Return)
    office.database.flush()
    assert words(view) == ["Phoniro", "Åsagården"]
    assert view.words.told.text() == "”Tes” är borttaget."
    assert view.words.undo.hasFocus()
    assert office.database.call(office.store.words.all) == ["Phoniro", "Åsagården"]
    view.words.undo.click()
    office.database.flush()
    assert words(view) == own_words
    assert not view.words.undo.isVisible()


def test_the_spelling_goes_by_the_words_that_are_left(
    page: Callable[..., MethodView], office: Office, own_words: list[str], qtbot: Any
) -> None:
    view = page()
    with qtbot.waitSignal(office.spelling.words_changed, timeout=10_000):
        view.words.buttons[0].click()
        office.database.flush()


def test_everything_has_a_name(
    page: Callable[..., MethodView], own_words: list[str], unnamed: Callable[..., list[str]]
) -> None:
    view = page(OwnMethod(is_used=True, differences=DIFFERENCES, refused=MethodError(MISTAKES)))
    assert unnamed(view) == []


def test_the_largest_text_clips_nothing(
    qapp: QApplication,
    page: Callable[..., MethodView],
    own_words: list[str],
    clipped: Any,
) -> None:
    larger = themes.apply(qapp, Settings(theme="light", text_size=200))
    own = OwnMethod(is_used=True, differences=DIFFERENCES, refused=MethodError(MISTAKES))
    view = page(own, theme=larger)
    QApplication.processEvents()
    assert clipped(view) == []
    assert (view.width(), view.height()) == (1280, 680)


def test_where_the_original_is_is_shown_and_chosen_at_once(
    page: Callable[..., MethodView], went: Went
) -> None:
    view = page()
    gplan, treserva = view.original.choices.buttons
    assert (gplan.isChecked(), treserva.isChecked()) == (True, False)
    assert treserva.accessibleName() == "Var finns originalet?: Treserva är originalet"
    gplan.setFocus()
    QTest.keyClick(gplan, Qt.Key.Key_Down)
    assert went.asked == [True]
    treserva.click()
    gplan.click()
    assert went.asked[-1] is False


def test_that_treserva_is_the_original_is_shown_when_it_is(
    qapp: QApplication, office: Office, put_up: Callable[..., Any]
) -> None:
    chosen = OriginalChoice(is_treserva=True, change=lambda _: None)
    card = put_up(OriginalCard(chosen, office.theme))
    assert [button.isChecked() for button in card.choices.buttons] == [False, True]
