"""Whenever the program dies that started a kernel, the kernel ends with it."""

import subprocess
import sys
import time

import psutil
import pytest
from kernel import PATIENCE

MOMENTS = 50
LATEST = 3.0

START = """
import sys
from jupyter_client.manager import KernelManager
manager = KernelManager(kernel_name="fall-line")
manager.start_kernel(cwd=sys.argv[1])
client = manager.client()
client.start_channels()
client.wait_for_ready(timeout=300)
if sys.argv[2] == "busy":
    client.execute("while (true) {}")
while True:
    client.get_iopub_msg(timeout=300)
"""


def running_in(folder):
    """The processes of this user whose working folder this is."""
    found = []
    for process in psutil.process_iter():
        try:
            if process.cwd() == str(folder):
                found.append(process)
        except psutil.Error:
            continue
    return found


@pytest.mark.long
def test_no_kernel_outlives_the_program_that_started_it(tmp_path, record_property):
    ran, slowest = 0, 0.0
    for moment in range(MOMENTS):
        parent = subprocess.Popen([sys.executable, "-c", START, str(tmp_path), ["idle", "busy"][moment % 2]])
        time.sleep(0.3 + (LATEST - 0.3) * moment / MOMENTS)
        ran += len(running_in(tmp_path)) > 0
        parent.kill()
        parent.wait()
        ended = time.monotonic()
        while running_in(tmp_path):
            assert time.monotonic() - ended < PATIENCE, moment
            time.sleep(0.1)
        slowest = max(slowest, time.monotonic() - ended)
    record_property("slowest end in seconds", round(slowest, 1))
    assert ran > MOMENTS / 2
