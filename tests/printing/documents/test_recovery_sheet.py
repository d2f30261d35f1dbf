"""The recovery code on paper: one page, the code as it is to be typed, and nothing of anyone."""

from datetime import date

import page as validation
import pytest

from gplan_desktop.vault.recovery_code import new_code, read_code, sheet
from printing.render import render

PROFILES = (validation.ValidationProfile.PDF_A_2A, validation.ValidationProfile.PDF_UA_1)


@pytest.fixture
def code():
    return new_code()


@pytest.fixture
def pdf(code, method):
    return render(sheet(code, "Hemvården Norra", date(2026, 11, 24)), method)


def test_the_code_can_be_typed_as_it_stands_on_the_one_page(pdf, code, read):
    [text] = read(pdf)
    lines = [line for line in text.splitlines() if code.groups[0] in line or code.groups[4] in line]
    assert read_code(" ".join(lines)) == code


def test_it_says_how_to_keep_and_use_it(pdf, read):
    text = " ".join(read(pdf)[0].split())
    for part in ("Återställningskod", "Hemvården Norra", "24 november 2026", "kassaskåp"):
        assert part in text
    assert "Använd återställningskoden" in text


@pytest.mark.parametrize("profile", PROFILES)
def test_it_is_archivable_and_accessible(pdf, profile):
    assert validation.validate_pdf_bytes(pdf, profile=profile).is_compliant
