"""Notebooks run by programs stop at a failing cell, and honour raises-exception."""

import subprocess
import sys

import nbformat
import pytest
from kernel import KERNEL
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError


def notebook(*sources, tags=()):
    cells = [nbformat.v4.new_code_cell(source) for source in sources]
    for index in tags:
        cells[index].metadata["tags"] = ["raises-exception"]
    kernelspec = {"name": KERNEL, "display_name": "TypeScript (fall-line)", "language": "typescript"}
    return nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": kernelspec})


GOOD = ("const a = 1; console.log(a)", "a + 1")
BAD = ("const a = 1", "throw new Error('stops here')", "console.log('never')")


def test_nbclient_runs_a_notebook():
    book = notebook(*GOOD)
    NotebookClient(book).execute()
    assert book.cells[0].outputs[0].text == "1\n"
    assert book.cells[1].outputs[0].data["text/plain"] == "2"


def test_nbclient_stops_at_a_failing_cell():
    book = notebook(*BAD)
    with pytest.raises(CellExecutionError, match="stops here"):
        NotebookClient(book).execute()
    assert book.cells[1].outputs[0].ename == "Error"
    assert book.cells[2].outputs == []


def test_nbclient_honours_raises_exception():
    book = notebook(*BAD, tags=[1])
    NotebookClient(book).execute()
    assert book.cells[2].outputs[0].text == "never\n"


@pytest.mark.parametrize(
    "command",
    [
        ["jupyter_core", "execute"],
        ["jupyter_core", "nbconvert", "--to", "notebook", "--execute", "--output", "out.ipynb"],
        ["papermill"],
    ],
    ids=["jupyter execute", "nbconvert", "papermill"],
)
@pytest.mark.parametrize("good", [True, False], ids=["good", "failing"])
def test_programs_run_notebooks(tmp_path, command, good):
    path = tmp_path / "book.ipynb"
    nbformat.write(notebook(*(GOOD if good else BAD)), path)
    last = [str(tmp_path / "out.ipynb")] if command == ["papermill"] else []
    run = subprocess.run([sys.executable, "-m", *command, str(path), *last], capture_output=True, text=True, cwd=tmp_path)
    assert (run.returncode == 0) == good, run.stderr
    if not good:
        assert "stops here" in run.stderr
