"""The external providers of the unit, and the persons of each."""

from collections.abc import Callable
from dataclasses import replace

from gplan_desktop.domain.person import Person, Provider
from gplan_desktop.store.people import ProviderSummary
from gplan_desktop.store.store import Store

ALVA = Provider("Älvans Omsorg AB", external=True)
ZETA = Provider("Zeta Hemservice AB", external=True)


def fill(store: Store, make_person: Callable[..., Person]) -> None:
    for name, provider in (
        ("Örjan Ödman", ALVA),
        ("Anna Ask", ALVA),
        ("Bo Bok", ZETA),
        # The same name, but not external.
        ("Carl Ceder", Provider(ZETA.name)),
        ("Disa Dahl", Provider("Kommunens hemtjänst")),
    ):
        store.add_person(make_person(name, provider=provider))


def test_the_external_providers_are_told_in_swedish_order_with_how_many_they_support(
    empty_store: Store, make_person: Callable[..., Person]
) -> None:
    assert empty_store.providers() == []
    fill(empty_store, make_person)
    assert empty_store.providers() == [
        ProviderSummary(ZETA.name, 1),
        ProviderSummary(ALVA.name, 2),
    ]


def test_a_provider_has_only_its_own_persons(
    empty_store: Store, make_person: Callable[..., Person]
) -> None:
    fill(empty_store, make_person)
    names = {
        name: [person.name for person in empty_store.people_of_provider(name)]
        for name in (ALVA.name, ZETA.name, "Kommunens hemtjänst", "Ingen AB")
    }
    assert names == {
        ALVA.name: ["Anna Ask", "Örjan Ödman"],
        ZETA.name: ["Bo Bok"],
        "Kommunens hemtjänst": [],
        "Ingen AB": [],
    }


def test_the_plan_in_force_comes_with_the_person(established: Store, person: Person) -> None:
    established.change_person(replace(established.person(person.id), provider=ALVA))
    (found,) = established.people_of_provider(ALVA.name)
    assert [plan.id for plan in found.current] == ["plan-1"]
