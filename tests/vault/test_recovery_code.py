from datetime import date

import pytest

from gplan_desktop.vault.faults import RecoveryCodeWrong
from gplan_desktop.vault.recovery_code import RecoveryCode, new_code, read_code, sheet

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def test_a_code_has_eight_groups_of_five_and_is_never_shown_by_accident():
    code = new_code()
    assert [len(group) for group in code.groups] == [5] * 8
    assert code.groups[0] not in repr(code)
    assert new_code() != code


@pytest.mark.parametrize(
    "written",
    [
        str,
        lambda code: str(code).lower(),
        lambda code: str(code).replace("-", ""),
        lambda code: f"  {' '.join(code.groups)} \n",
        lambda code: " - ".join(code.groups),
        lambda code: str(code).replace("0", "O").replace("1", "l"),
        lambda code: str(code).replace("1", "i").replace("-", "–"),
    ],
)
def test_it_is_read_however_it_is_written(written):
    for _ in range(20):
        code = new_code()
        assert read_code(written(code)) == code


def test_every_single_wrong_sign_is_noticed_and_its_group_told():
    code = new_code()
    text = "".join(code.groups)
    for at in range(len(text)):
        for sign in set(SIGNS) - {text[at]}:
            with pytest.raises(RecoveryCodeWrong) as wrong:
                read_code(text[:at] + sign + text[at + 1 :])
            assert wrong.value.happened.endswith(
                f"{(text[:at] + sign + text[at + 1 :])[at // 5 * 5 :][:5]}."
            )


def test_groups_that_have_changed_places_are_noticed():
    code = new_code()
    for place in range(7):
        groups = list(code.groups)
        groups[place], groups[place + 1] = groups[place + 1], groups[place]
        with pytest.raises(RecoveryCodeWrong):
            read_code("-".join(groups))


@pytest.mark.parametrize("typed", ["", "ABCDE", "Å" * 40, "U" * 40, "½" * 40, "0" * 41])
def test_what_is_no_code_is_told(typed: str):
    with pytest.raises(RecoveryCodeWrong):
        read_code(typed)


def test_the_sheet_says_where_to_keep_it_and_how_to_use_it():
    code = RecoveryCode(("00000",) * 8)
    made = sheet(code, "Norrgården", date(2026, 11, 23))
    assert (made.unit, made.code) == ("Norrgården", code)
    assert "kassaskåp" in made.keep[0]
    assert any("återställningskoden" in step for step in made.use)
