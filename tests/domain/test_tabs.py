"""Tabs: codes never show unless somebody asks for them."""

import copy
import logging
from dataclasses import asdict, replace

import pytest

from gplan_desktop.domain.tabs import MASK, Code, GoodToKnow, Secret, Tabs, VisitInformation

CODE = Code("Porten", Secret("7719#"))


@pytest.mark.parametrize(
    "written",
    [
        str(CODE.secret),
        repr(CODE),
        f"{CODE.secret}",
        f"{CODE.secret!r:>20}",
        "%s %r" % (CODE.secret, CODE.secret),  # noqa: UP031 - the way of the log
        repr([Tabs("karin", keys=(CODE,))]),
        str(asdict(Tabs("karin", keys=(CODE,)))),
        repr(copy.deepcopy(CODE)),
    ],
)
def test_a_code_is_never_written_by_chance(written):
    assert "7719" not in written
    assert MASK in written


def test_a_code_is_not_written_in_the_log(caplog):
    with caplog.at_level(logging.INFO):
        logging.getLogger("gplan").info("saved %s %r", CODE.secret, {"code": CODE})
    assert "7719" not in caplog.text


def test_the_dots_do_not_tell_how_long_a_code_is():
    assert str(Secret("1")) == str(Secret("1234567890"))


def test_a_code_is_told_to_the_one_who_asks():
    assert CODE.secret.reveal() == "7719#"


def test_codes_are_equal_when_they_hold_the_same():
    assert Secret("1") == Secret("1")
    assert len({Secret("1"), Secret("1"), Secret("2")}) == 2
    assert Secret("1") != "1"


@pytest.mark.parametrize("text", ["", "  ", "\u200b"])
def test_a_code_that_cannot_be_read_is_none(text):
    assert Secret(text).is_blank
    assert not Tabs("karin", keys=(Code("Dörren", Secret(text)),)).holds_codes


@pytest.mark.parametrize(
    ("tabs", "holds"),
    [
        (Tabs("karin"), False),
        (Tabs("karin", keys=(CODE,)), True),
        (Tabs("karin", visit=VisitInformation(door_codes=(CODE,))), True),
        (Tabs("karin", good_to_know=GoodToKnow(card_codes=(CODE,))), True),
        (Tabs("karin", visit=VisitInformation(floor="3 tr")), False),
    ],
)
def test_tabs_hold_codes_wherever_one_is(tabs, holds):
    assert tabs.holds_codes is holds
    assert replace(tabs, changed_by="Maria").holds_codes is holds
