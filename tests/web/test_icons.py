"""The icon font is cut to what is used: an icon that a screen names must be in it."""

import re
from pathlib import Path

import pytest
import streamlit
from fontTools.ttLib import TTFont

from web.static_files import DEFAULT_ICONS, ICONS

ROOT = Path(__file__).parents[2]
FONT = ROOT / "static" / ICONS
USED = sorted({name for file in (ROOT / "ui").rglob("*.py") for name in re.findall(r":material/(\w+):", file.read_text("utf-8"))})


@pytest.mark.parametrize("icon", USED)
def test_every_icon_of_a_screen_is_in_the_font(icon):
    assert icon in TTFont(FONT).getGlyphOrder(), "run: python deploy/subset_icons.py"


def test_the_cut_font_is_small_and_stands_for_one_that_streamlit_still_ships():
    assert USED and FONT.stat().st_size < 30_000
    name = DEFAULT_ICONS.rsplit("/", 1)[1]
    assert list((Path(streamlit.__file__).parent / "static").rglob(f"{name}*.woff2"))
