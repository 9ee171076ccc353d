"""Runs a notebook in its kernel, in the folder it lies in, up to the first cell that fails, and writes it with its outputs.

usage: execute.py NOTEBOOK EXECUTED, which is - for the standard output
"""

import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

PATIENCE = 300  # seconds for one cell

source, target = Path(sys.argv[1]), sys.argv[2]
notebook = nbformat.read(source, as_version=4)
try:
    NotebookClient(notebook, timeout=PATIENCE, resources={"metadata": {"path": str(source.parent)}}).execute()
except CellExecutionError:
    pass  # The error is among the cell's outputs, where the reader looks for it.
nbformat.write(notebook, sys.stdout if target == "-" else Path(target))
