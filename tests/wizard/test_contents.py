"""The contents: the manual's order under its headings, and every state in words."""

from PySide6.QtCore import Qt

from gplan_desktop.domain.plan import Voice

ROLE = Qt.ItemDataRole


def entries(view) -> list[str]:
    return [view.contents.item(row).text() for row in range(view.contents.count())]


def spoken(view, step: str) -> str:
    title = next(s.title for s in view.editor.steps if s.id == step)
    row = entries(view).index(title)
    text = view.contents.item(row).data(ROLE.AccessibleTextRole)
    return text.removeprefix(f"{title}, ")


def test_the_contents_follow_the_manual_under_its_headings(wizard, method):
    areas = [area.label for area in wizard.editor.plan.areas]
    assert [s.title for s in wizard.editor.steps if s.area] == areas
    used = dict.fromkeys(step.group for step in wizard.editor.steps)
    groups = [method.groups[group] for group in used]
    assert [text for text in entries(wizard) if text in groups] == groups
    assert [text for text in entries(wizard) if text not in groups] == [
        step.title for step in wizard.editor.steps
    ]
    titles = entries(wizard)
    assert titles.index(method.groups["areas"]) < titles.index(areas[0])


def test_a_click_goes_there_and_a_heading_goes_nowhere(wizard, qtbot):
    for row in (1, 0, wizard.contents.count() - 1):
        item = wizard.contents.item(row)
        wizard.contents.scrollToItem(item)
        place = wizard.contents.visualItemRect(item).center()
        qtbot.mouseClick(
            wizard.contents.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0), place
        )
    assert wizard.step == wizard.editor.steps[-1]
    first = wizard.contents.item(0)
    wizard.contents.scrollToItem(first)
    qtbot.mouseClick(
        wizard.contents.viewport(),
        Qt.MouseButton.LeftButton,
        pos=wizard.contents.visualItemRect(first).center(),
    )
    assert wizard.step == wizard.editor.steps[-1]


def test_the_arrows_look_around_and_enter_goes_there(wizard, qtbot):
    wizard.go(wizard.editor.steps[0].id)
    wizard.contents.setFocus()
    before = wizard.step
    qtbot.keyClick(wizard.contents, Qt.Key.Key_Down)
    qtbot.keyClick(wizard.contents, Qt.Key.Key_Down)
    assert wizard.step == before
    qtbot.keyClick(wizard.contents, Qt.Key.Key_Return)
    assert wizard.step == wizard.editor.steps[2]


def test_a_state_is_told_in_words_and_follows_what_is_written(wizard):
    assert spoken(wizard, "login") == "att läsa eller göra"
    assert spoken(wizard, "participation") == "Ej påbörjad"
    assert spoken(wizard, "name") == "Klar"
    wizard.editor.change("participation.how", "Vid köksbordet")
    assert spoken(wizard, "participation") == "Pågår"
    wizard.editor.leave("participation.voice")
    assert spoken(wizard, "participation") == "Att åtgärda"
    wizard.editor.change("participation.voice", Voice.FIRST_PERSON)
    assert spoken(wizard, "participation") == "Klar"
