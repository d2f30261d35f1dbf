"""Who may do what is the municipality's to decide, within what never is open."""

import pytest

from gplan_desktop.domain.user import Permission, Whose
from gplan_desktop.method.load import load
from gplan_desktop.method.mistakes import MethodError
from gplan_desktop.method.model import Method
from gplan_desktop.method.sources import built_in_text


def loaded(text: str) -> Method:
    own = {"method.toml": 'version = "Eksta"', "access.toml": text}
    return load(built_in_text, own).method


def test_the_six_roles_are_built_in(method: Method) -> None:
    labels = [role.label for role in method.access.roles.values()]
    assert labels == [
        "Samordnare",
        "Enhetschef",
        "Läsare",
        "Extern utförare",
        "Utbildare",
        "Administratör",
    ]


def test_every_permission_is_some_roles(method: Method) -> None:
    given = {permission for role in method.access.roles.values() for permission in role.may}
    assert given == set(Permission)


def test_who_manages_without_caring_for_anyone_reads_nothing(method: Method) -> None:
    for key in ("utbildare", "administrator"):
        assert Permission.READ not in method.access.roles[key].may


def test_a_municipality_may_rename_narrow_and_add_roles() -> None:
    access = loaded(
        '[roles.samordnare]\nlabel = "Planerare"\nmay = ["read"]\n'
        '[roles.natt]\nlabel = "Nattlag"\nabout = "Läser."\nwhose = "all"\nmay = ["read"]\n'
        "[unusual]\npeople_an_hour = 10\n"
    ).access
    assert access.roles["samordnare"].label == "Planerare"
    assert access.roles["samordnare"].may == (Permission.READ,)
    assert access.roles["natt"].whose is Whose.ALL
    assert (access.unusual.people_an_hour, access.unusual.night.start) == (10, 22)


@pytest.mark.parametrize(
    ("text", "mistakes"),
    [
        (
            (
                '[roles.chef]\nmay = ["read", "manage_users", "back_up"]\n'
                '[roles.extern_utforare]\nmay = ["read", "show_codes"]\n'
                "[unusual]\npeople_an_hour = 0\n[unusual.night]\nstart = 25\n"
                "[screen]\nlongest_lock_minutes = 31"
            ),
            (
                "roles: ingen roll får läsa och kontrollera loggen.",
                "roles.extern_utforare.may: en extern utförare får aldrig visa koder.",
                "unusual.people_an_hour: talet är inte rimligt.",
                "unusual.night.start: timmen är fel.",
                "screen.longest_lock_minutes: tiden är inte",
            ),
        ),
        (
            (
                '[roles.chef]\nmay = ["read_logs"]\n[roles.administrator]\nmay = ["back_up"]\n'
                '[roles.lasare]\nwhose = "provider"'
            ),
            (
                "roles: ingen roll får lägga till och ta bort användare.",
                "roles.lasare.may: en extern utförare får aldrig läsa journalen.",
            ),
        ),
        (
            '[roles.chef]\nmay = ["reed"]\nwhose = "några"',
            ("roles.chef.may[0]", "roles.chef.whose"),
        ),
    ],
)
def test_what_would_lock_out_or_show_too_much_is_told(text: str, mistakes: tuple[str, ...]) -> None:
    with pytest.raises(MethodError) as caught:
        loaded(text)
    told = [str(one) for one in caught.value.mistakes]
    assert [one for one in mistakes if not any(one in line for line in told)] == []
    assert all(one.file == "access.toml" for one in caught.value.mistakes)
