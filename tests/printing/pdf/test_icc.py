"""The colour profile."""

import io

import pytest
from PIL import Image, ImageCms

from printing.pdf.icc import srgb


@pytest.fixture
def profile():
    return ImageCms.ImageCmsProfile(io.BytesIO(srgb()))


def test_it_is_a_small_profile_for_screens(profile):
    assert ImageCms.getProfileDescription(profile).strip() == "sRGB IEC61966-2.1"
    assert profile.profile.version == pytest.approx(2.1)
    assert profile.profile.xcolor_space.strip() == "RGB"
    assert len(srgb()) < 1100


@pytest.mark.parametrize(
    "colour", [(0, 0, 0), (255, 255, 255), (27, 39, 51), (230, 235, 240), (200, 30, 90)]
)
def test_its_colours_are_those_of_srgb(profile, colour):
    picture = Image.new("RGB", (1, 1), colour)

    turned = ImageCms.profileToProfile(picture, profile, ImageCms.createProfile("sRGB"))

    assert turned.getpixel((0, 0)) == pytest.approx(colour, abs=1)
