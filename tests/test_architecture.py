"""The rules of the house, executable: who may import whom, who may know what, how big a room may be."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
RULES_ROOMS = {"learning", "simulator", "workshops"}
MAY_IMPORT = {
    "learning": set(),
    "simulator": {"learning"},
    "workshops": {"learning"},
    "library": {"learning", "simulator", "workshops"},
    "progress_db": {"learning", "simulator", "workshops"},
    "documents": {"learning", "simulator", "workshops"},
    "web": {"learning", "simulator", "workshops", "library", "progress_db", "documents"},
    "ui": {"learning", "simulator", "workshops", "library", "progress_db", "documents"},
}
FILES = sorted(p for room in MAY_IMPORT for p in (ROOT / room).rglob("*.py"))
SOURCES = sorted(
    p for room in [*MAY_IMPORT, "static", "bench", "tests"] for kind in ("py", "js", "css") for p in (ROOT / room).rglob(f"*.{kind}")
    if "axe" not in p.parts
)  # fmt: skip
AUTHOR_FOLDERS = ("lessons", "quizzes", "scenarios", "diagnosis", "facts", "plans")


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def imports(path: Path) -> list[str]:
    found = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.append(node.module)
    return found


def room(path: Path) -> str:
    return path.relative_to(ROOT).parts[0]


def test_there_are_files_to_look_at():
    assert len(FILES) > 40


@pytest.mark.parametrize("path", FILES, ids=name)
def test_imports_go_down_only(path):
    ours = {m.split(".")[0] for m in imports(path)} & {*MAY_IMPORT, "app", "tests"}
    assert ours - {room(path)} <= MAY_IMPORT[room(path)]


@pytest.mark.parametrize("path", FILES, ids=name)
def test_only_the_screens_the_two_mounts_and_the_settings_know_streamlit(path):
    mounts = ("simulator/window.py", "web/index.py", "web/static_files.py", "web/tuning.py")
    allowed = room(path) == "ui" or name(path) in mounts
    assert allowed or not any(m.split(".")[0] == "streamlit" for m in imports(path))


@pytest.mark.parametrize("path", FILES, ids=name)
def test_only_the_memory_knows_the_database_and_only_one_file_the_pdf_tool(path):
    modules = {m.split(".")[0] for m in imports(path)}
    assert room(path) == "progress_db" or not modules & {"sqlite3", "pysqlite3", "sqlite_utils"}
    assert name(path) == "documents/pdf.py" or "typst" not in modules


@pytest.mark.parametrize("path", [p for p in FILES if room(p) in RULES_ROOMS], ids=name)
def test_rules_read_no_clock_and_draw_no_chance(path):
    if name(path) == "simulator/window.py":
        return
    assert not {m.split(".")[0] for m in imports(path)} & {"random", "secrets", "time", "sqlite3", "os", "socket"}
    calls = {ast.unparse(n.func) for n in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(n, ast.Call)}
    assert not [c for c in calls if c.endswith((".now", ".today", ".utcnow", "uuid4"))]


@pytest.mark.parametrize("path", [p for p in FILES if room(p) == "ui" and p.name != "session.py"], ids=name)
def test_only_session_py_touches_session_state(path):
    text = path.read_text("utf-8")
    assert "session_state" not in text and "query_params." not in text and "st.user" not in text


@pytest.mark.parametrize("path", [p for p in FILES if "ui/screens" in name(p)], ids=name)
def test_a_page_is_short_and_holds_no_sql(path):
    text = path.read_text("utf-8")
    # the list of pages is no page
    assert (len(text.splitlines()) <= 80 or path.name == "__init__.py") and "SELECT " not in text and "pandas" not in text


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_a_file_stays_under_300_lines(path):
    assert len(path.read_text("utf-8").splitlines()) <= 300


@pytest.mark.parametrize("path", FILES, ids=name)
def test_a_function_stays_under_40_lines(path):
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert node.end_lineno - node.lineno < 40, f"{name(path)}:{node.lineno} {node.name}"


def test_author_folders_hold_no_python_and_code_names_say_something():
    assert not [p for folder in AUTHOR_FOLDERS for p in (ROOT / folder).rglob("*.py")]
    assert not [p for p in FILES if p.stem in {"utils", "helpers", "manager", "service", "common", "misc"}]


@pytest.mark.parametrize("path", FILES, ids=name)
def test_every_module_says_what_it_is(path):
    assert not path.read_text("utf-8").strip() or ast.get_docstring(ast.parse(path.read_text("utf-8")))


SITES = sorted(p for p in (ROOT / "simulator" / "sites").iterdir() if (p / "screens").is_dir())


def test_every_simulated_site_is_a_folder():
    assert len(SITES) == len({p.parent for p in (ROOT / "simulator" / "sites").glob("*/site.py")}) > 10


@pytest.mark.parametrize("site", SITES, ids=lambda p: p.name)
def test_every_simulated_site_has_the_same_files(site):
    assert {"__init__.py", "site.py", "state.py", "vocabulary.py", "screens"} <= {p.name for p in site.iterdir()}
    begins = [p.name for p in site.glob("*.py") if "\ndef init(" in p.read_text("utf-8")]
    assert begins in (["starts.py"], ["state.py"])  # where its starting state is read
    assert {p.name for p in site.iterdir() if p.suffix != ".py"} <= {"screens", "style.css", "__pycache__"}


@pytest.mark.parametrize("site", SITES, ids=lambda p: p.name)
def test_no_simulated_site_knows_another(site):
    """They tell each other facts; what two of them need stands in simulator/."""
    told = {m.split(".")[2] for p in site.glob("*.py") for m in imports(p) if m.startswith("simulator.sites.")}
    assert told <= {site.name}
    shown = {part for page in site.rglob("*.html") for part in re.findall(r'"(\w+)/screens/', page.read_text("utf-8"))}
    assert shown <= {site.name}
