"""Notebooks run by programs stop at a failing cell, and honour raises-exception."""

import subprocess
import sys

import nbformat
import papermill
import pytest
import yaml
from kernel import KERNEL
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError
from papermill.exceptions import PapermillException
from papermill.translators import translate_parameters


def notebook(*sources, tags=()):
    cells = [nbformat.v4.new_code_cell(source) for source in sources]
    for index in tags:
        cells[index].metadata["tags"] = ["raises-exception"]
    kernelspec = {"name": KERNEL, "display_name": "TypeScript (fall-line)", "language": "typescript"}
    return nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": kernelspec})


GOOD = ("const a = 1; console.log(a)", "a + 1")
BAD = ("const a = 1", "throw new Error('stops here')", "console.log('never')")


def test_nbclient_stops_at_a_failing_cell():
    book = notebook(*BAD)
    with pytest.raises(CellExecutionError, match="stops here"):
        NotebookClient(book).execute()
    assert book.cells[1].outputs[0].ename == "Error"
    assert book.cells[2].outputs == []


def test_nbclient_runs_a_notebook_and_honours_raises_exception():
    book = notebook(*GOOD, *BAD, tags=[3])
    NotebookClient(book).execute()
    assert book.cells[0].outputs[0].text == "1\n"
    assert book.cells[1].outputs[0].data["text/plain"] == "2"
    assert book.cells[4].outputs[0].text == "never\n"


def run(*command, cwd):
    return subprocess.run([sys.executable, "-m", *command], capture_output=True, text=True, cwd=cwd)


EXECUTE = ["jupyter_core", "execute"]
NBCONVERT = ["jupyter_core", "nbconvert", "--to", "notebook", "--execute", "--output", "out.ipynb"]


@pytest.mark.parametrize(
    ("command", "good"),
    [
        pytest.param(EXECUTE, True, id="jupyter execute, good", marks=pytest.mark.long),
        pytest.param(EXECUTE, False, id="jupyter execute, failing", marks=pytest.mark.long),
        pytest.param(NBCONVERT, True, id="nbconvert, good", marks=pytest.mark.long),
        pytest.param(NBCONVERT, False, id="nbconvert, failing"),
    ],
)
def test_programs_run_notebooks(tmp_path, command, good):
    path = tmp_path / "book.ipynb"
    nbformat.write(notebook(*(GOOD if good else BAD)), path)
    done = run(*command, str(path), cwd=tmp_path)
    assert (done.returncode == 0) == good, done.stderr
    if not good:
        assert "stops here" in done.stderr


def test_jupytext_runs_a_program_in_the_percent_format(tmp_path):
    (tmp_path / "book.ts").write_text("// %% [markdown]\n// # Title\n\n// %%\nconst a = 1;\n\n// %%\na + 1;\n")
    done = run("jupytext", "--to", "ipynb", "--set-kernel", KERNEL, "--execute", "book.ts", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    book = nbformat.read(tmp_path / "book.ipynb", as_version=4)
    assert [cell.cell_type for cell in book.cells] == ["markdown", "code", "code"]
    assert book.cells[2].outputs[0].data["text/plain"] == "2"


# A value of each kind that JSON and YAML have, and a cell that the check of types passes only if the kind has come along.
PARAMETERS = {
    "steps": (50, "const a: number = steps"),
    "rate": (1e-05, "rate.toFixed(5)"),
    "endless": (float("inf"), "endless === Infinity"),
    "name": ('it\'s "two"\nlines \\ ü', "name.split('\\n').length"),
    "quiet": (True, "const b: boolean = quiet"),
    "start": ([-8, 1.5], "start.map((x) => x * 2).join()"),
    "none": ([], "none.push(1)"),
    "nothing": (None, "nothing === null"),
    "hyper": ({"lambda": 0.1, "deep": {"of": ["a"]}}, "hyper.lambda.toFixed(1) + hyper.deep.of[0].toUpperCase()"),
    "open": ({}, "open.more = 3"),
    "bad": ({"__proto__": 1}, "Object.keys(bad).join()"),
}
SHOWN = [None, "0.00001", "true", "2", None, "-16,3", "1", "true", "0.1A", "3", "__proto__"]


def test_papermill_gives_parameters_of_all_kinds_with_their_types(tmp_path):
    book = notebook("let steps: number = 20; // how many", *(cell for _, cell in PARAMETERS.values()))
    book.cells[0].metadata["tags"] = ["parameters"]
    nbformat.write(book, tmp_path / "book.ipynb")
    (tmp_path / "given.yaml").write_text(yaml.safe_dump({name: value for name, (value, _) in PARAMETERS.items()}, sort_keys=False))
    done = run("papermill", "book.ipynb", "out.ipynb", "--parameters_file", "given.yaml", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    cells = nbformat.read(tmp_path / "out.ipynb", as_version=4).cells
    assert cells[1].source.startswith("// Parameters\nlet steps = 50;\n")
    shown = [cell.outputs[0].data["text/plain"].strip("\"'") if cell.outputs else None for cell in cells[2:]]
    assert shown == SHOWN


def test_papermill_names_the_parameters_of_a_notebook(tmp_path):
    book = notebook("let steps: number = 20; // how many\nconst name = 'a';")
    book.cells[0].metadata["tags"] = ["parameters"]
    nbformat.write(book, tmp_path / "book.ipynb")
    found = papermill.inspect_notebook(str(tmp_path / "book.ipynb"))
    assert found["steps"] == {"name": "steps", "inferred_type_name": "number", "default": "20", "help": "how many"}
    assert found["name"]["default"] == "'a'"


@pytest.mark.parametrize(("given", "says"), [({"n": 2**60}, "give it as text"), ({"a-b": 1}, "cannot be a name")])
def test_papermill_is_told_what_a_parameter_cannot_be(given, says):
    with pytest.raises(PapermillException, match=says):
        translate_parameters(KERNEL, "typescript", given)
