"""A fold makes its inner part when it is first opened, and says whether it is open."""

from PySide6.QtWidgets import QLabel

from ui.widgets.fold import Fold


def test_it_opens_and_folds_and_says_so(theme, qtbot):
    made = []

    def make() -> QLabel:
        made.append(QLabel("inuti"))
        return made[-1]

    fold = Fold("Dygnet", make, theme)
    qtbot.addWidget(fold)
    fold.show()
    told = []
    fold.toggled.connect(told.append)
    assert fold.head.accessibleName() == "Dygnet, stängd"
    assert made == []
    for _ in range(3):
        fold.head.click()
    assert told == [True, False, True]
    assert len(made) == 1
    assert made[0].isVisible()
    fold.show_summary("2 luckor")
    assert fold.head.accessibleName() == "Dygnet: 2 luckor, öppen"
