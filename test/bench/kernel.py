"""Times kernels through jupyter_client, in turns, and prints the medians as JSON. Memory is proportional set size."""

import json
import statistics
import sys
import time

import psutil
from jupyter_client.manager import KernelManager

PROJECT = sys.argv[1]
RUNS = 5
KERNELS = {
    "ours": {
        "name": "fall-line",
        "cell": "const x: number = 1; x + 1",
        "loop": "while (true) {}",
        "chart": 'import { descend, display, landscape, momentum, ravine } from "fall-line";\n'
        "display(landscape([descend(ravine, momentum, { steps: 50 })]))",
    },
    "stock": {
        "name": "tslab",
        "cell": "const x: number = 1; x + 1",
        "chart": 'import { derivative } from "mathjs"; derivative("x^2", "x").toString()',
    },
    "ipykernel": {
        "name": "python3",
        "cell": "x = 1; x + 1",
        "loop": "while True: pass",
        "chart": "import numpy, plotly.graph_objects as go\n"
        "go.Figure(go.Contour(z=numpy.outer(range(50), range(50))))",
    },
}


def reply(client, msg_id):
    while True:
        message = client.get_shell_msg(timeout=60)
        if message["parent_header"].get("msg_id") == msg_id:
            return message["content"]


def run(client, code):
    answer = reply(client, client.execute(code))
    if answer["status"] != "ok":
        sys.exit(f"{code}\n{answer.get('evalue', answer)}")


def stop(manager, client, loop):
    """The time from the interruption of an endless loop to the cell's answer."""
    msg_id = client.execute(loop)
    time.sleep(0.5)
    started = time.perf_counter()
    manager.interrupt_kernel()
    reply(client, msg_id)
    return time.perf_counter() - started


def session(spec, first):
    started = time.perf_counter()
    manager = KernelManager(kernel_name=spec["name"])
    manager.start_kernel(cwd=PROJECT)
    client = manager.client()
    client.start_channels(hb=False)
    try:
        reply(client, client.kernel_info())
        info = time.perf_counter() - started
        run(client, first)
        took = time.perf_counter() - started
        time.sleep(1.5)
        cells = []
        for i in range(30):
            before = time.perf_counter()
            run(client, f"1 + {i}")
            cells.append(time.perf_counter() - before)
        parent = psutil.Process(manager.provisioner.pid)
        memory = sum(getattr(p.memory_full_info(), "pss", p.memory_info().rss) for p in [parent, *parent.children(recursive=True)])
        stopping = stop(manager, client, spec["loop"]) if "loop" in spec else None
        return {"info": info, "first": took, "cell": statistics.median(cells), "memory": memory / 1e6, "stopping": stopping}
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


measured = {kernel: [] for kernel in KERNELS}
for _ in range(RUNS):
    for kernel, spec in KERNELS.items():
        chart = session(spec, spec["chart"])["first"]
        measured[kernel].append({**session(spec, spec["cell"]), "chart": chart})

medians = {
    kernel: {name: statistics.median(r[name] for r in runs) for name, one in runs[0].items() if one is not None}
    for kernel, runs in measured.items()
}
print(json.dumps(medians))
