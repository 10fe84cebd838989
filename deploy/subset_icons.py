"""Make static/polices/icones.woff2: of Streamlit's icon font (375 kB), only the icons that our screens and its front end use.

python deploy/subset_icons.py        after a new `:material/name:` in ui/, or a new version of Streamlit
"""

import re
from pathlib import Path

import streamlit
from fontTools import subset
from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parent.parent
STATIC = Path(streamlit.__file__).parent / "static"
NAME = re.compile(r":material/([a-z_0-9]+):")


def used(folder: Path, pattern: str) -> set[str]:
    """The icons named in the files of a folder."""
    return {name for file in folder.rglob(pattern) for name in NAME.findall(file.read_text("utf-8"))}


def main() -> None:
    font = TTFont(next(STATIC.rglob("MaterialSymbols-Rounded*.woff2")))
    wanted = used(ROOT / "ui", "*.py") | used(STATIC, "*.js")
    options = subset.Options()
    options.layout_closure = False  # else every icon whose name is made of these letters comes along
    options.layout_features = ["*"]
    options.glyph_names = True
    options.flavor = "woff2"
    cutter = subset.Subsetter(options)
    cutter.populate(glyphs=sorted(wanted & set(font.getGlyphOrder())), text="abcdefghijklmnopqrstuvwxyz_0123456789 ")
    cutter.subset(font)
    font.flavor = "woff2"
    font.save(ROOT / "static/polices/icones.woff2")


if __name__ == "__main__":
    main()
