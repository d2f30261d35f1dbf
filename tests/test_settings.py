"""Settings: kept between starts, and a file that cannot be read is put aside."""

import json

import pytest

from gplan_desktop.settings import TEXT_SIZES, THEMES, Settings, load, lock_choices, save


@pytest.fixture
def path(tmp_path):
    return tmp_path / "gplan" / "settings.json"


def write(path, text):
    path.parent.mkdir()
    path.write_text(text, "utf-8")


def test_the_first_start_has_defaults_and_writes_nothing(path):
    assert load(path) == Settings("system", 100, help_open=True, geometry="")
    assert not path.parent.exists()


def test_gplan_holds_the_original_until_somebody_says_otherwise(path):
    assert not load(path).treserva_is_original


def test_text_grows_to_twice_its_size():
    assert TEXT_SIZES == (100, 125, 150, 175, 200)


def test_what_was_saved_is_loaded(path):
    columns = {"people": {"Pnr": "personal_id", "Anmärkning": ""}, "assignments": {}}
    chosen = Settings("dark", 150, help_open=False, geometry="AdnQywAD", columns=columns)
    save(path, Settings())
    save(path, chosen)
    assert load(path) == chosen
    assert [file.name for file in path.parent.iterdir()] == ["settings.json"]


@pytest.mark.parametrize(
    ("kept", "longest", "minutes", "choices"),
    [
        (10, 30, 10, (2, 5, 10, 15, 30)),
        (30, 15, 15, (2, 5, 10, 15)),
        (30, 12, 12, (2, 5, 10, 12)),
        (10**12, 30, 30, (2, 5, 10, 15, 30)),
        (-1, 30, 2, (2, 5, 10, 15, 30)),
    ],
)
def test_the_screen_is_never_locked_later_than_the_method_says(kept, longest, minutes, choices):
    assert Settings(lock_minutes=kept).locked_after(longest) == minutes
    assert lock_choices(longest, minutes) == choices


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("size", TEXT_SIZES)
def test_every_choice_survives(path, theme, size):
    save(path, Settings(theme=theme, text_size=size))
    assert load(path) == Settings(theme=theme, text_size=size)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        '"dark"',
        '{"theme": "pink"}',
        '{"theme": []}',
        '{"text_size": 99}',
        '{"text_size": "100"}',
        '{"text_size": 100.0}',
        '{"help_open": "no"}',
        '{"geometry": 5}',
        '{"geometry": null}',
        '{"treserva_is_original": 1}',
        '{"columns": []}',
        '{"columns": {"people": "Pnr"}}',
        '{"columns": {"people": {"Pnr": 7}}}',
    ],
)
def test_a_file_that_makes_no_sense_is_put_aside_and_not_overwritten(path, text):
    write(path, text)
    assert load(path) == Settings()
    save(path, Settings(theme="dark"))
    assert path.with_suffix(".unreadable").read_text("utf-8") == text
    assert load(path).theme == "dark"


def test_a_file_of_other_bytes_is_put_aside(path):
    path.parent.mkdir()
    path.write_bytes(b"\xff\xfe\x00")
    assert load(path) == Settings()
    assert path.with_suffix(".unreadable").read_bytes() == b"\xff\xfe\x00"


def test_values_of_a_later_version_are_passed_over(path):
    write(path, json.dumps({"theme": "dark", "colour_of_the_moon": 7}))
    assert load(path) == Settings(theme="dark")
    assert path.exists()


def test_a_place_where_nothing_can_be_written_is_no_hindrance(tmp_path):
    (tmp_path / "file").write_text("in the way")
    path = tmp_path / "file" / "settings.json"
    save(path, Settings())
    assert load(path) == Settings()
    assert (tmp_path / "file").read_text() == "in the way"
