"""Files: ours, Streamlit's kept small, the drawings of lessons and nothing else of the disk."""

from __future__ import annotations

from pathlib import Path

import brotli
import pytest

from bench.client import apart
from web.house import ROOT
from web.index import STREAMLIT_STATIC
from web.static_files import Squeezed, address, image_file


def test_our_files_are_kept_by_the_browser_and_named_by_their_content(house):
    visitor = house.visitor()
    answer = visitor.get(address("garde.js"), headers={"Accept-Encoding": "gzip"})
    assert answer.headers["cache-control"].endswith("immutable") and answer.headers["content-encoding"] == "gzip"
    assert visitor.get("/ressources/garde.js").headers["cache-control"] == "public, max-age=3600"
    again = visitor.get("/ressources/garde.js", headers={"If-None-Match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize("path", ["../app.py", "..%2fapp.py", "%2e%2e/app.py", "/etc/passwd", "polices/../../app.py", ""])
def test_nothing_else_of_the_disk_is_served(house, path):
    assert house.visitor().get(f"/ressources/{path}").status_code == 404


def test_streamlits_scripts_travel_compressed(house):
    script = next((STREAMLIT_STATIC / "static" / "js").glob("protobuf*.js"))
    path = f"/static/js/{script.name}"
    answer = house.visitor().get(path, headers={"Accept-Encoding": "gzip"})
    assert answer.content == script.read_bytes() and answer.headers["content-encoding"] == "gzip"
    assert int(answer.headers["content-length"]) < script.stat().st_size / 3
    assert "immutable" in answer.headers["cache-control"] and answer.headers["x-content-type-options"] == "nosniff"
    plain = house.visitor().get(path, headers={"Accept-Encoding": "identity"})
    assert plain.json() == {}, "a browser without gzip is left to Streamlit"


def test_streamlits_default_font_is_answered_by_ours(house):
    (font,) = (STREAMLIT_STATIC / "static" / "media").glob("SourceSansVF-Upright*")
    answer = house.visitor().get(f"/static/media/{font.name}")
    assert answer.status_code == 301
    assert house.visitor().get(answer.headers["location"]).headers["content-type"] == "font/woff2"


@pytest.fixture
def drawings(house) -> Path:
    folder = house.root / "lessons" / "courriel" / "images"
    folder.mkdir(parents=True)
    (folder / "boite.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", "utf-8")
    (folder / "secret.txt").write_text("non", "utf-8")
    (house.root / "lessons" / "courriel" / "lecon.md").write_text("x", "utf-8")
    (folder / "lien.svg").symlink_to("/etc/hostname")
    return folder


def test_the_drawing_of_a_lesson_is_served_and_cannot_run_anything(house, drawings):
    answer = house.visitor().get("/images/courriel/boite.svg")
    assert answer.status_code == 200 and answer.headers["content-type"].startswith("image/svg+xml")
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")


@pytest.mark.parametrize(
    "path",
    ["courriel/secret.txt", "courriel/lien.svg", "courriel/absent.svg", "../courriel/boite.svg", "courriel/..%2flecon.md", "courriel/%2e%2e", "COURRIEL/boite.svg"],
)  # fmt: skip
def test_only_drawings_are_served(house, drawings, path):
    assert house.visitor().get(f"/images/{path}").status_code == 404


def test_a_drawing_is_looked_for_inside_its_folder_only(tmp_path):
    for module, name in (
        ("..", "x.svg"),
        ("courriel", "../x.svg"),
        ("courriel", "a\x00.svg"),
        ("courriel\n", "a.svg"),
        ("a/b", "c.svg"),
    ):
        assert image_file(tmp_path, module, name) is None


@pytest.mark.parametrize("encoding", ["br", "gzip", "identity"])
def test_a_file_is_the_same_however_it_travels(house, encoding):
    answer = house.visitor().get("/ressources/app.css", headers={"Accept-Encoding": encoding})
    assert answer.content == (ROOT / "static" / "app.css").read_bytes()
    assert answer.headers.get("content-encoding", "identity") == encoding


def test_brotli_works_in_a_lull_and_serves_the_next(tmp_path):
    (tmp_path / "a.js").write_text("let pas = 1;\n" * 500, "utf-8")
    served = Squeezed(None, tmp_path)
    scope = {"type": "http", "method": "GET", "path": "/static/a.js", "headers": [(b"accept-encoding", b"gzip, deflate, br")]}
    first = apart(lambda: served._for(scope))
    served.pack()
    then = apart(lambda: served._for(scope))
    assert first.sent("gzip, deflate, br")[1]["Content-Encoding"] == "gzip"
    packed, headers = then.sent("gzip, deflate, br;q=0.9")
    assert headers["Content-Encoding"] == "br" and brotli.decompress(packed) == first.body == then.body
    assert then.sent("gzip")[1]["Content-Encoding"] == "gzip"
