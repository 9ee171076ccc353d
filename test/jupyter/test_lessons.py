"""Every lesson runs from top to bottom in the kernel as it is shipped, and Run All never stops at an open exercise."""

import json
import re
from pathlib import Path

import nbformat
import pytest
from kernel import PATIENCE
from nbclient import NotebookClient

NOTEBOOKS = sorted((Path(__file__).parents[2] / "notebooks").glob("*.ipynb"))

# Without the long tests: the first lesson. What is to be written in some others runs here too, one after the other, below.
SOME = ["00-start-here"]
WHOLE = [pytest.param(path, id=path.stem, marks=[] if path.stem in SOME else pytest.mark.long) for path in NOTEBOOKS]


def attempts(folder):
    """What counts as an attempt in the record of a folder."""
    record = folder / "fall-line-progress.jsonl"
    lines = record.read_text().splitlines() if record.exists() else []
    return [event for event in map(json.loads, lines) if event["event"] == "attempt"]


def reformatted(source):
    """The same code with other spaces, and a remark on each line."""
    lines = source.replace(" => ", "=>").replace(" * ", "*").replace(" + ", "  +  ").split("\n")
    return "/* not touched */\n" + "\n".join(f"  {line} // as it was" if line.strip() else line for line in lines)


@pytest.mark.parametrize("path", WHOLE)
def test_lesson_runs_without_an_error_and_shows_something(path, tmp_path):
    notebook = nbformat.read(path, as_version=4)
    NotebookClient(notebook, timeout=PATIENCE, resources={"metadata": {"path": str(tmp_path)}}).execute()
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    assert [output for output in outputs if output.get("name") == "stderr"] == []
    shown = [output.data for output in outputs if output.output_type == "display_data"]
    assert any("application/vnd.plotly.v1+json" in data for data in shown)
    assert any("not written yet" in str(data).lower() for data in shown)
    words = [data.get("text/plain", "") for data in shown]
    assert [text for text in words if not text.strip() or re.search(r"undefined|\[object|NaN", text)] == []
    assert attempts(tmp_path) == []


def exercises_of(notebook):
    """The cells where something is to be written, laid out otherwise, and each one's check; before them what they import."""
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    asked = [i for i, cell in enumerate(cells) if any(form in cell.source for form in ("StepOf<", "FormulaOf<"))]
    for i in asked:
        cells[i].source = reformatted(cells[i].source)
    return cells[0], [(cells[i], cells[i + 1]) for i in asked]


@pytest.mark.parametrize("every", [4, pytest.param(1, marks=pytest.mark.long)])
def test_what_is_handed_out_counts_nothing_when_its_cell_is_laid_out_otherwise(tmp_path, every):
    """In lessons, one after the other in one kernel."""
    lessons = [nbformat.read(path, as_version=4) for path in NOTEBOOKS[::every]]
    book = lessons[0]
    parts = [exercises_of(lesson) for lesson in lessons]
    book.cells = [cell for imports, pairs in parts for cell in (imports, *(cell for pair in pairs for cell in pair))]
    checks = [check for _, pairs in parts for _, check in pairs]
    assert len(checks) > len(lessons)
    for number, cell in enumerate(book.cells):
        cell.id = f"cell-{number}"
    NotebookClient(book, timeout=PATIENCE, resources={"metadata": {"path": str(tmp_path)}}).execute()
    for check in checks:
        shown = [str(output.get("data")) for output in check.get("outputs", [])]
        assert any("Not mended yet" in one or "ot written yet" in one for one in shown), check.source
    assert attempts(tmp_path) == []
