"""Every lesson runs from top to bottom in the kernel as it is shipped, and Run All never stops at an open exercise."""

import json
import re
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

NOTEBOOKS = sorted((Path(__file__).parents[2] / "notebooks").glob("*.ipynb"))


def attempts(folder):
    """What counts as an attempt in the record of a folder."""
    record = folder / "fall-line-progress.jsonl"
    lines = record.read_text().splitlines() if record.exists() else []
    return [event for event in map(json.loads, lines) if event["event"] == "attempt"]


def reformatted(source):
    """The same code with other spaces, and a remark on each line."""
    lines = source.replace(" => ", "=>").replace(" * ", "*").replace(" + ", "  +  ").split("\n")
    return "/* not touched */\n" + "\n".join(f"  {line} // as it was" if line.strip() else line for line in lines)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_lesson_runs_without_an_error_and_shows_something(path, tmp_path):
    notebook = nbformat.read(path, as_version=4)
    NotebookClient(notebook, timeout=60, resources={"metadata": {"path": str(tmp_path)}}).execute()
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    assert [output for output in outputs if output.get("name") == "stderr"] == []
    shown = [output.data for output in outputs if output.output_type == "display_data"]
    assert any("application/vnd.plotly.v1+json" in data for data in shown)
    assert any("not written yet" in str(data).lower() for data in shown)
    words = [data.get("text/plain", "") for data in shown]
    assert [text for text in words if not text.strip() or re.search(r"undefined|\[object|NaN", text)] == []
    assert attempts(tmp_path) == []


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_what_is_handed_out_counts_nothing_when_its_cell_is_laid_out_otherwise(path, tmp_path):
    notebook = nbformat.read(path, as_version=4)
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    asked = [i for i, cell in enumerate(cells) if any(form in cell.source for form in ("StepOf<", "FormulaOf<"))]
    for i in asked:
        cells[i].source = reformatted(cells[i].source)
    # An exercise needs the cell with the imports and its own.
    notebook.cells = [cells[0], *(cells[j] for i in asked for j in (i, i + 1))]
    NotebookClient(notebook, timeout=60, resources={"metadata": {"path": str(tmp_path)}}).execute()
    shown = [str(output.get("data")) for cell in notebook.cells for output in cell.get("outputs", [])]
    assert len([one for one in shown if "Not mended yet" in one or "ot written yet" in one]) == len(asked)
    assert attempts(tmp_path) == []
