"""The eleven life areas of IBIC, word for word and in order."""

import pytest

from gplan_desktop.domain.life_areas import LIFE_AREAS, Functioning, life_area, official_order

CODES = ["d1", "d2", "d3", "d4", "d5", "d6", "d7", "d8", "d9", "b1528A", "e398A"]


def test_there_are_eleven_in_official_order():
    assert [area.code for area in LIFE_AREAS] == CODES
    assert sorted(sorted(CODES), key=official_order) == CODES


def test_every_code_and_label_stands_once():
    subs = [sub for area in LIFE_AREAS for sub in area.sub_areas]
    assert len({sub.code for sub in subs}) == len(subs)
    assert len({area.label for area in LIFE_AREAS}) == len(LIFE_AREAS)
    assert all(sub.label and sub.label.strip() == sub.label for sub in subs)


@pytest.mark.parametrize("area", LIFE_AREAS, ids=lambda area: area.code)
def test_sub_areas_belong_to_their_area_and_stand_in_order(area):
    codes = [sub.code for sub in area.sub_areas]
    assert all(code.startswith(area.code) and len(code) > len(area.code) for code in codes)
    assert codes == sorted(codes)


def test_an_area_is_found_by_its_code():
    assert life_area("d5").label == "Personlig vård"
    assert life_area("b1528A").label == "Känsla av trygghet"
    with pytest.raises(KeyError):
        life_area("d10")


def test_functioning_has_the_seven_qualifiers_of_icf():
    assert [int(level) for level in Functioning] == [0, 1, 2, 3, 4, 8, 9]
    assert Functioning.SEVERE.label == "Stor begränsning"
    assert len({level.label for level in Functioning}) == 7
