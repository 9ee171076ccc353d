"""VS Code's Jupyter extension, replayed from its published sources: it was not run."""

import psutil
from kernel import PATIENCE, Ran

# As its cells are run: errors do not stop the queue, questions may be asked, the cell is named.
RUNS = {"silent": False, "store_history": True, "stop_on_error": False, "allow_stdin": True}


def asked(kernel, kind, content, metadata=None):
    """Sends a request on the shell, as the extension sends all of them, also an interruption."""
    request = kernel.client.session.msg(kind, content, metadata=metadata)
    kernel.client.shell_channel.send(request)
    return request["header"]["msg_id"]


def run(kernel, code):
    return asked(kernel, "execute_request", {"code": code, "user_expressions": {}, **RUNS}, {"cellId": "vscode-notebook-cell:a.ipynb#W0s"})


def done(kernel, msg_id) -> Ran:
    """A request is done for it when its reply has come and the kernel is idle again on its behalf."""
    return kernel.collect(msg_id)


def test_what_the_extension_asks_of_a_kernel_is_answered(fresh):
    info = done(fresh, asked(fresh, "kernel_info_request", {})).reply
    assert (info["status"], info["language_info"]["file_extension"]) == ("ok", ".ts")

    # Cells are sent one behind the other; one that fails leaves the others alone.
    cells = [run(fresh, code) for code in ("/** The rate. */\nconst myRate = 0.1;", "throw new Error('no')", "myRate")]
    assert [(ran.status, ran.result) for ran in (done(fresh, one) for one in cells)] == [("ok", None), ("error", None), ("ok", "0.1")]

    # What completes stands in the place of a range, and is inspected as if it had been written out, the rest cut off.
    code = "Math.max(myR, 1)"
    found = done(fresh, asked(fresh, "complete_request", {"code": code, "cursor_pos": 12})).reply
    assert (found["status"], found["matches"][0]) == ("ok", "myRate")
    assert code[found["cursor_start"] : found["cursor_end"]] == "myR"
    assert [one["text"] for one in found["metadata"]["_jupyter_types_experimental"]] == found["matches"]
    written = code[: found["cursor_start"]] + "myRate"
    told = done(fresh, asked(fresh, "inspect_request", {"code": written, "cursor_pos": len(written), "detail_level": 0})).reply
    assert told["found"] and told["data"]["text/plain"].startswith("The rate.")
    for text, status in (("const a = (", "incomplete"), ("1 + 1", "complete")):
        assert done(fresh, asked(fresh, "is_complete_request", {"code": text})).reply["status"] == status
    assert done(fresh, asked(fresh, "comm_info_request", {"target_name": "jupyter.widget"})).reply["comms"] == {}

    # It asks for an interruption where cells are asked for, and waits until that is done.
    loop = run(fresh, "console.log('begun'); for (;;);")
    fresh.late(loop, "stream", fails=True)
    interruption = asked(fresh, "interrupt_request", {})
    assert fresh.reply(interruption) == {"status": "ok"}
    assert fresh.reply(loop)["ename"] == "Interrupted"
    assert fresh.value("myRate") == "0.1"

    # To restart, it ends the process and starts another, without a word.
    before = fresh.processes
    fresh.client.stop_channels()
    fresh.manager.restart_kernel(now=True)
    fresh.connect()
    assert psutil.wait_procs(before, timeout=PATIENCE)[1] == []
    assert fresh.value("typeof (globalThis as any).myRate + 1") == "'undefined1'"
