"""Ticks of the transfer sheets: which text was pasted, by whom, and that they can be taken back."""

from dataclasses import replace
from typing import Any

from gplan_desktop.domain.transfer import TransferItem
from gplan_desktop.store.store import Store

ITEM = TransferItem("name", "Namn på planen", "Genomförandeplan Hemvård")


def test_a_tick_is_there_after_closing_and_opening(store: Store, clock: Any, reopen: Any) -> None:
    store.transfers.tick("plan-1", ITEM)
    found = reopen(store).transfers.of("plan-1")
    assert list(found) == ["name"]
    assert (found["name"].at, found["name"].by) == (clock(), "Anna Ek")
    assert found["name"].covers(ITEM)


def test_a_tick_does_not_cover_another_text(store: Store) -> None:
    store.transfers.tick("plan-1", ITEM)
    changed = replace(ITEM, text="Genomförandeplan Hemvård natt")
    assert not store.transfers.of("plan-1")["name"].covers(changed)
    store.transfers.tick("plan-1", changed)
    assert store.transfers.of("plan-1")["name"].covers(changed)


def test_ticks_belong_to_one_plan_and_can_be_taken_back(store: Store) -> None:
    store.transfers.tick("plan-1", ITEM)
    store.transfers.tick("plan-2", ITEM)
    store.transfers.untick("plan-1", "name")
    store.transfers.untick("plan-1", "name")
    assert (store.transfers.of("plan-1"), list(store.transfers.of("plan-2"))) == ({}, ["name"])
    actions = [entry.action for entry in store.audit() if "transfer" in entry.action]
    assert actions == ["transfer.ticked", "transfer.ticked", "transfer.unticked"]
