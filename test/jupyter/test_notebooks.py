"""Every notebook is valid by nbformat's own schema, and signed as nbgrader signs."""

import hashlib
import json
from pathlib import Path

import nbformat
import pytest

NOTEBOOKS = sorted((Path(__file__).parents[2] / "notebooks").glob("*.ipynb"))


def test_there_are_notebooks():
    assert NOTEBOOKS


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_notebook_is_valid_and_laid_out_as_jupyter_does(path):
    text = path.read_text(encoding="utf8")
    notebook = nbformat.from_dict(json.loads(text))
    nbformat.validate(notebook, relax_add_props=False)
    assert json.loads(nbformat.writes(notebook)) == json.loads(text)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_answer_and_check_cells_carry_the_checksum_of_nbgrader(path):
    for cell in nbformat.read(path, as_version=4).cells:
        meta = cell.metadata.get("nbgrader")
        if meta is None:
            continue
        signed = [cell.source, cell.cell_type, str(meta.grade), str(meta.solution), str(meta.locked), meta.grade_id]
        if meta.grade:
            signed.append(str(float(meta.points)))
        assert meta.checksum == hashlib.md5("".join(signed).encode()).hexdigest()
