"""Runs JupyterLab until standard input closes.

The command that starts it holds the other end, so the server ends, kernels included, when that command ends: by
Ctrl-C, by a closed terminal, or killed so that it could do nothing any more. It works alike on every system.

The lessons as they are handed out, in the folder that FALL_LINE_LESSONS names, are trusted.

No program that the server starts inherits that line: a Node that did would make it non-blocking for all who share it.
"""

import os
import sys
import threading
from glob import glob

import nbformat
from jupyterlab.labapp import LabApp
from jupyter_server.serverapp import ServerApp
from nbformat.sign import NotebookNotary

PATIENCE = 8.0  # seconds for the kernels to end

line = os.dup(sys.stdin.fileno())
os.dup2(os.open(os.devnull, os.O_RDONLY), sys.stdin.fileno())


def stop_at_end_of_input() -> None:
    try:
        while os.read(line, 1024):
            pass
    except OSError:
        pass
    threading.Timer(PATIENCE, os._exit, [1]).start()
    if ServerApp.initialized() and getattr(ServerApp.instance(), "http_server", None):
        server = ServerApp.instance()
        server.io_loop.add_callback(server.stop)
    else:
        os._exit(0)




def trust(folder: str) -> None:
    """Signs the notebooks of a folder. What is signed is what they say: copies of them are trusted, wherever they lie."""
    notary = NotebookNotary()
    for path in glob(os.path.join(folder, "*.ipynb")):
        with open(path, encoding="utf-8") as file:
            notebook = nbformat.v4.reads(file.read())
        if not notary.check_signature(notebook):
            notary.sign(notebook)
    notary.store.close()


if "FALL_LINE_LESSONS" in os.environ:
    trust(os.environ["FALL_LINE_LESSONS"])
threading.Thread(target=stop_at_end_of_input, daemon=True).start()
LabApp.launch_instance(sys.argv[1:])
# A pending timer would hold the process.
os._exit(0)
