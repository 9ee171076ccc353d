"""Times kernels through jupyter_client, in turns, and prints the medians as JSON. Memory is proportional set size."""

import json
import statistics
import sys
import time

from queue import Empty

import psutil
import zmq
from jupyter_client.manager import KernelManager

PROJECT = sys.argv[1]
RUNS = 5

# A client that comes before the kernel listens tries again after 100 to 200 ms, by chance, whichever kernel it is: that wait
# is ZeroMQ's. Here it tries at once, so that what is measured is the kernel's.
TRY_AGAIN_MS = 2
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
        # It ends when it is asked before all its sockets are bound.
        "starts": 10,
        "cell": "const x: number = 1; x + 1",
        "chart": 'import { derivative } from "mathjs"; derivative("x^2", "x").toString()',
    },
    "ipykernel": {
        "name": "python3",
        # It warns, each time it starts, of a connection that is not encrypted; nor are the others'.
        "arguments": ["--log-level=ERROR"],
        "cell": "x = 1; x + 1",
        "loop": "while True: pass",
        "chart": "import numpy, plotly.graph_objects as go\n"
        "go.Figure(go.Contour(z=numpy.outer(range(50), range(50))))",
    },
}


def started(name, arguments=()):
    """A kernel that was just told to start, and its client."""
    manager = KernelManager(kernel_name=name)
    manager.start_kernel(cwd=PROJECT, extra_arguments=list(arguments))
    client = manager.client()
    client.context.setsockopt(zmq.RECONNECT_IVL, TRY_AGAIN_MS)
    client.start_channels(hb=False)
    return manager, client


def answering(spec):
    """A kernel that has answered its first question, its client, and when it was started."""
    for _ in range(spec.get("starts", 1)):
        begun = time.perf_counter()
        manager, client = started(spec["name"], spec.get("arguments", []))
        msg_id = client.kernel_info()
        while manager.is_alive():
            try:
                if client.get_shell_msg(timeout=1)["parent_header"].get("msg_id") == msg_id:
                    return manager, client, begun
            except Empty:
                pass
        client.stop_channels()
        manager.shutdown_kernel(now=True)
    sys.exit(f"{spec['name']} ended before it answered")


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
    begun = time.perf_counter()
    manager.interrupt_kernel()
    reply(client, msg_id)
    return time.perf_counter() - begun


def declaring(i):
    """A cell that declares what most cells do, and uses what the one before has declared."""
    return (
        f"interface Point{i} {{ x: number }}\nconst a{i} = {f'a{i - 1}' if i else 0} + 1;\n"
        f"function f{i}(p: Point{i}) {{ return p.x + a{i}; }}\n"
        f"const path{i} = descend(ravine, momentum, {{ steps: 3 }}); f{i}({{ x: path{i}.end.loss }})"
    )


def growth():
    """How many times as long as the first cells (from the 5th) later ones take (to the 200th), and the memory they add."""
    manager, client = started("fall-line")

    def timed(code):
        before = time.perf_counter()
        run(client, code)
        return time.perf_counter() - before

    try:
        reply(client, client.kernel_info())
        run(client, 'import { descend, momentum, ravine } from "fall-line";')
        time.sleep(2)
        both = [(timed(declaring(i)), timed(f"1 + {i}")) for i in range(200)]
        ratio = lambda kind: statistics.median(b[kind] for b in both[-20:]) / statistics.median(b[kind] for b in both[4:24])
        memory = lambda: sum(p.memory_info().rss for p in psutil.Process(manager.provisioner.pid).children(recursive=True))
        before = memory()
        for i in range(1000):
            run(client, f"const last = {i};\nlast * 2")
        loops = [timed_loops(client) for _ in range(5)]
        return {
            "declaring": ratio(0),
            "trivial": ratio(1),
            "memory": memory() / before,
            "loop": statistics.median(loops),
        }
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


LOOP = "total = total * 0.999 + rate * xs[i % 3];"


def timed_loops(client):
    """How many times as long a loop at the top of a cell takes as the same one in a function."""
    top = f"let total = 0; const rate = 0.1, xs = [1, 2, 3.5]; for (let i = 0; i < 2e7; i++) {{ {LOOP} }}"
    took = f"const begun = performance.now(); {top}\nconst took = performance.now() - begun;"
    run(client, took)
    run(client, f"const since = performance.now(); (() => {{ {top} return total; }})(); const inside = performance.now() - since;")
    answer = reply(client, client.execute("", user_expressions={"ratio": "took / inside"}))
    return float(answer["user_expressions"]["ratio"]["data"]["text/plain"])


def session(spec, first):
    manager, client, begun = answering(spec)
    try:
        info = time.perf_counter() - begun
        run(client, first)
        took = time.perf_counter() - begun
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
grown = [growth() for _ in range(3)]
medians["grown"] = {name: statistics.median(one[name] for one in grown) for name in grown[0]}
print(json.dumps(medians))
