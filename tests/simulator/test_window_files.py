"""The files of the window as they are served: the window's style and the sites', in one sheet."""

from pathlib import Path

from simulator import window


def test_one_sheet_holds_the_style_of_the_window_and_of_every_site():
    served = (Path(window.assets().name) / "frontend/fenetre.css").read_text("utf-8")
    own = [window.HERE / "frontend/fenetre.css", *(window.HERE / "sites").glob("*/style.css")]
    assert len(own) > 1 and all(sheet.read_text("utf-8") in served for sheet in own)


def test_the_scripts_are_served_as_they_are():
    for name in ("fenetre.js", "morph.js"):
        assert (Path(window.assets().name) / "frontend" / name).read_bytes() == (window.HERE / "frontend" / name).read_bytes()
