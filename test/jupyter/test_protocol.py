"""The protocol, message by message."""

import hashlib
import hmac
import json
import os
import sys

import pytest
import zmq
from jupyter_client.session import Session
from kernel import PATIENCE, Kernel


def test_kernel_info_says_what_runs(kernel):
    info = kernel.client.kernel_info(reply=True, timeout=PATIENCE)["content"]
    assert info["status"] == "ok"
    assert info["protocol_version"] == "5.4"
    assert info["language_info"]["name"] == "typescript"
    assert info["language_info"]["version"].startswith("5.")


def test_kernel_info_is_answered_on_control_while_a_cell_runs(kernel):
    msg_id = kernel.begun("console.log('begun'); while (true) {}")
    request = kernel.client.session.msg("kernel_info_request")
    kernel.client.control_channel.send(request)
    reply = kernel.client.control_channel.get_msg(timeout=PATIENCE)
    assert reply["header"]["msg_type"] == "kernel_info_reply"
    kernel.manager.interrupt_kernel()
    kernel.collect(msg_id)


def test_a_cell_is_busy_echoed_answered_and_idle(kernel):
    ran = kernel.run("1 + 1")
    kinds = [m["msg_type"] for m in ran.messages]
    assert kinds == ["status", "execute_input", "execute_result"]
    assert ran.of("execute_input")[0] == {"code": "1 + 1", "execution_count": ran.reply["execution_count"]}


def test_after_an_error_the_queued_cells_are_aborted_and_the_next_works(kernel):
    first = kernel.send("await new Promise((r) => setTimeout(r, 200)); throw new Error('stop')")
    queued = [kernel.send("console.log('never')") for _ in range(3)]
    assert kernel.reply(first)["status"] == "error"
    assert [kernel.reply(q)["status"] for q in queued] == ["aborted"] * 3
    assert kernel.value("2 + 2") == "4"


def test_without_stop_on_error_the_queue_goes_on(kernel):
    first = kernel.send("throw new Error('go on')", stop_on_error=False)
    second = kernel.send("5")
    assert kernel.reply(first)["status"] == "error"
    assert kernel.reply(second)["status"] == "ok"


def test_silent_says_nothing_and_counts_nothing(kernel):
    before = kernel.run("0").reply["execution_count"]
    ran = kernel.run("const silently = 3; silently", silent=True)
    assert ran.status == "ok"
    assert not ran.of("execute_result") and not ran.of("execute_input")
    assert kernel.run("silently").reply["execution_count"] == before + 1


def test_store_history_false_keeps_the_count(kernel):
    before = kernel.run("'stored'").reply["execution_count"]
    assert kernel.run("'unstored'", store_history=False).reply["execution_count"] == before
    history = kernel.client.history(hist_access_type="tail", n=1, reply=True, timeout=PATIENCE)["content"]["history"]
    assert history[-1][2] == "'stored'"


def test_user_expressions_are_evaluated_after_the_cell(kernel):
    reply = kernel.run("const u = 20", user_expressions={"good": "u + 1", "bad": "nowhere"}).reply
    assert reply["user_expressions"]["good"]["data"]["text/plain"] == "21"
    assert reply["user_expressions"]["bad"]["status"] == "error"


def test_positions_are_counted_in_code_points(kernel):
    code = "const s = '😀😀'; Math.ma"
    reply = kernel.client.complete(code, len(code), reply=True, timeout=PATIENCE)["content"]
    assert reply["matches"] == ["max"]
    assert (reply["cursor_start"], reply["cursor_end"]) == (len(code) - 2, len(code))
    reply = kernel.client.inspect(code, len("const s = '😀😀'; Mat"), reply=True, timeout=PATIENCE)["content"]
    assert "Math" in reply["data"]["text/plain"]


def test_input_is_asked_for_and_given(kernel):
    msg_id = kernel.send("const name = prompt('name? '); [name, confirm('sure?')]", allow_stdin=True)
    request = kernel.client.get_stdin_msg(timeout=PATIENCE)
    assert request["content"] == {"prompt": "name? ", "password": False}
    kernel.client.input("Ada")
    assert kernel.client.get_stdin_msg(timeout=PATIENCE)["content"]["prompt"] == "sure? [y/N] "
    kernel.client.input("y")
    assert kernel.collect(msg_id).result == "[ 'Ada', true ]"


def test_input_is_refused_when_the_front_end_takes_none(kernel):
    assert "nothing can be asked here" in kernel.run("prompt('?')", allow_stdin=False).error["evalue"]


def test_a_late_answer_to_an_interrupted_question_reaches_nobody(kernel):
    msg_id = kernel.send("prompt('old?')", allow_stdin=True)
    old = kernel.client.get_stdin_msg(timeout=PATIENCE)
    kernel.interrupt()
    assert kernel.collect(msg_id).error["ename"] == "Interrupted"
    asked = kernel.send("prompt('new?')", allow_stdin=True)
    new = kernel.client.get_stdin_msg(timeout=PATIENCE)
    for question, answer in [(old, "late"), (new, "in time")]:
        message = kernel.client.session.msg("input_reply", {"value": answer}, parent=question)
        kernel.client.stdin_channel.send(message)
    assert kernel.collect(asked).result == "'in time'"


def test_what_is_printed_is_there_while_a_loop_runs(kernel):
    kernel.run("console.log('before')")
    msg_id = kernel.send("console.log('first'); console.log('second'); while (true) {}")
    text = ""
    while text != "first\nsecond\n":
        text += kernel.late(msg_id, "stream")["text"]
    kernel.interrupt()
    assert kernel.collect(msg_id).error["ename"] == "Interrupted"


def test_a_cell_that_waits_for_input_can_be_stopped(kernel):
    msg_id = kernel.send("prompt('forever')", allow_stdin=True)
    kernel.client.get_stdin_msg(timeout=PATIENCE)
    kernel.manager.interrupt_kernel()
    assert kernel.collect(msg_id).error["ename"] == "Interrupted"


def send_shell(kernel, kind, content):
    message = kernel.client.session.msg(kind, content)
    kernel.client.shell_channel.send(message)
    return message["header"]["msg_id"]


def test_comms_are_opened_answered_and_closed(kernel):
    kernel.run(
        "const opened: any[] = []; (globalThis as any)[Symbol.for('fall-line.comms')].register('echo', "
        "(comm: any, data: any) => { opened.push(data); comm.onMessage = (d: any) => comm.send({ back: d });"
        " comm.onClose = () => opened.push('closed') })"
    )
    send_shell(kernel, "comm_open", {"comm_id": "c1", "target_name": "echo", "data": {"hello": 1}})
    info = kernel.client.comm_info("echo", reply=True, timeout=PATIENCE)["content"]
    assert info["comms"] == {"c1": {"target_name": "echo"}}
    msg_id = send_shell(kernel, "comm_msg", {"comm_id": "c1", "data": {"n": 2}})
    assert kernel.late(msg_id, "comm_msg") == {"comm_id": "c1", "data": {"back": {"n": 2}}}
    send_shell(kernel, "comm_close", {"comm_id": "c1", "data": {}})
    assert kernel.value("opened") == "[ { hello: 1 }, 'closed' ]"
    assert kernel.client.comm_info("echo", reply=True, timeout=PATIENCE)["content"]["comms"] == {}


@pytest.mark.parametrize(
    "late",
    [
        "gate.then(() => console.log('late'))",
        "gate.catch(() => 0).finally(() => console.log('late'))",
        "(async () => { await gate; console.log('late') })()",
        "new Function('gate', 'return (async () => { await gate; console.log(`late`) })()')(gate)",
        "gate.then(() => queueMicrotask(() => console.log('late')))",
        "gate.then(() => process.nextTick(() => console.log('late')))",
        "gate.then(() => setTimeout(() => console.log('late'), 1))",
    ],
)
def test_late_output_belongs_to_the_cell_that_began_it(kernel, late):
    kernel.run("let open: any; const gate = new Promise((resolve) => { open = resolve })")
    before = kernel.send(late + "; 1")
    kernel.reply(before)
    after = kernel.send("console.log('now'); open(); await new Promise((r) => setTimeout(r, 50)); console.log('then')")
    texts = {before: "", after: ""}
    while sum(map(len, texts.values())) < len("late\nnow\nthen\n"):
        message = kernel.client.get_iopub_msg(timeout=PATIENCE)
        if message["content"].get("name") == "stdout" and (cell := message["parent_header"]["msg_id"]) in texts:
            texts[cell] += message["content"]["text"]
    assert texts == {before: "late\n", after: "now\nthen\n"}
    kernel.reply(after)


def test_who_begins_to_listen_is_welcomed_before_anything_else_is_heard(kernel):
    """Also while much is being said."""
    kernel.begun("let said = 0; const talk = setInterval(() => { for (let i = 0; i < 50; i++) console.log(++said) }, 0); console.log('begun')")
    info = kernel.manager.get_connection_info()
    for _ in range(30):
        socket = zmq.Context.instance().socket(zmq.SUB)
        socket.setsockopt(zmq.SUBSCRIBE, b"")
        socket.connect(f"tcp://{info['ip']}:{info['iopub_port']}")
        assert socket.poll(PATIENCE * 1000), "nothing is heard"
        first = socket.recv_multipart()
        assert json.loads(first[first.index(b"<IDS|MSG>") + 2])["msg_type"] == "iopub_welcome"
        socket.close(0)
    kernel.run("clearInterval(talk)")


def test_a_comm_for_nobody_is_closed(kernel):
    msg_id = send_shell(kernel, "comm_open", {"comm_id": "c2", "target_name": "nobody", "data": {}})
    assert kernel.late(msg_id, "comm_close")["comm_id"] == "c2"


def test_a_loop_in_a_comm_is_stopped(kernel):
    kernel.run("(globalThis as any)[Symbol.for('fall-line.comms')].register('loop', () => { console.log('begun'); while (true) {} })")
    msg_id = send_shell(kernel, "comm_open", {"comm_id": "c3", "target_name": "loop", "data": {}})
    kernel.late(msg_id, "stream")
    kernel.interrupt()
    assert kernel.value("3 + 3") == "6"


def test_output_can_be_cleared(kernel):
    assert kernel.run("console.log('a'); console.clear()").of("clear_output") == [{"wait": False}]


def test_malformed_and_wrongly_signed_messages_are_ignored(kernel):
    info = kernel.manager.get_connection_info()
    socket = zmq.Context.instance().socket(zmq.DEALER)
    socket.connect(f"tcp://{info['ip']}:{info['shell_port']}")
    key = info["key"] if isinstance(info["key"], bytes) else info["key"].encode()

    def signed(*parts):
        return hmac.new(key, b"".join(parts), hashlib.sha256).hexdigest().encode()

    def header(kind):
        return json.dumps({"msg_id": "evil", "msg_type": kind, "session": "s", "username": "u", "version": "5.4", "date": ""}).encode()

    body = [header("execute_request"), b"{}", b"{}", b'{"code": "globalThis.hacked = true"}']
    good = [header("kernel_info_request"), b"{}", b"{}", b"{}"]
    odd = [b"[]", b"{}", b"{}", b"{}"]
    for frames in (
        [b"nonsense"],
        [],
        [b"<IDS|MSG>"],
        [b"<IDS|MSG>", b"", *body],
        [b"<IDS|MSG>", b"0" * 64, *body],
        [b"<IDS|MSG>", signed(b"other"), *body],
        [b"<IDS|MSG>", signed(b"{", b"{}", b"{}", b"{}"), b"{", b"{}", b"{}", b"{}"],
        [b"<IDS|MSG>", signed(*odd), *odd],
        [b"<IDS|MSG>", signed(b"{}", b"{}", b"{}", b"{}"), b"{}", b"{}", b"{}", b"{}"],
        [b"\xff" * 1000, b"<IDS|MSG>", b"\xff", b"\xff", b"\xff", b"\xff", b"\xff"],
        [b"<IDS|MSG>", signed(*good), *good],
    ):
        socket.send_multipart(frames or [b""])
    assert socket.poll(PATIENCE * 1000), "what came after them is answered"
    assert b"kernel_info_reply" in b"".join(socket.recv_multipart())
    socket.close(0)
    assert kernel.value("(globalThis as any).hacked") is None


def test_an_unknown_request_harms_nothing(kernel):
    send_shell(kernel, "no_such_request", {})
    send_shell(kernel, "execute_request", {})
    send_shell(kernel, "complete_request", {"code": 5, "cursor_pos": "x"})
    assert kernel.value("4 + 4") == "8"


def asked_of_control(kernel, kind, content=None):
    """The answer on the control channel."""
    request = kernel.client.session.msg(kind, content or {})
    kernel.client.control_channel.send(request)
    while (answer := kernel.client.get_control_msg(timeout=PATIENCE))["parent_header"]["msg_id"] != request["msg_id"]:
        pass
    return answer["content"]


def test_usage_and_what_a_debugger_asks_are_answered(kernel):
    usage = asked_of_control(kernel, "usage_request")
    if sys.platform == "linux":
        assert 50e6 < usage["kernel_memory"] < 4e9
    assert usage["host_virtual_memory"]["total"] > usage["host_virtual_memory"]["available"] > 0
    assert usage["cpu_count"] >= 1
    assert asked_of_control(kernel, "debug_request", {"seq": 3, "command": "initialize"})["success"] is False


def test_a_client_that_returns_under_its_name_is_answered(kernel):
    session = Session(key=kernel.manager.session.key)
    first, again = (kernel.manager.client(session=session) for _ in range(2))
    for client in (first, again):
        client.start_channels()
        client.wait_for_ready(timeout=PATIENCE)
    assert again.execute("1 + 1", reply=True, timeout=PATIENCE)["content"]["status"] == "ok"
    for client in (first, again):
        client.stop_channels()


def test_history_lasts_beyond_the_session_for_its_owner_alone(tmp_path):
    env = {**os.environ, "FALL_LINE_HISTORY": "", "JUPYTER_DATA_DIR": str(tmp_path / "data")}
    for code in ("'earlier'", "'later'"):
        kernel = Kernel(tmp_path, env=env)
        kernel.run(code)
        found = kernel.client.history(hist_access_type="tail", n=5, reply=True, timeout=PATIENCE)["content"]["history"]
        kernel.stop()
    assert found == [[1, 1, "'earlier'"], [2, 1, "'later'"]]
    path = tmp_path / "data" / "fall-line" / "history.jsonl"
    assert path.stat().st_mode & 0o777 == 0o600 or sys.platform == "win32"


def test_what_a_cell_writes_into_the_kernels_own_pipes_harms_nothing(fresh):
    for fd in range(3, 12):
        fresh.run(f"try {{ require('node:fs').writeSync({fd}, 'garbage'.repeat(50)) }} catch {{}}")
    assert fresh.value("1 + 1") == "2"


@pytest.mark.parametrize(
    "code, matches, start",
    [
        ("const \\lambda", ["λ"], 6),
        ("\\lamb", ["\\lambda"], 0),
        ("import { ask } from 'fall-line'; ask('momentum/cros", ["momentum/crossing"], 38),
        ('import { ask } from "fall-line"; ask("momentum/cros', ["momentum/crossing"], 38),
    ],
)
def test_symbols_and_the_names_of_a_lesson_are_completed(kernel, code, matches, start):
    found = kernel.client.complete(code, len(code), reply=True, timeout=PATIENCE)["content"]
    assert (found["matches"], found["cursor_start"]) == (matches, start)


def test_two_question_marks_show_how_a_name_was_declared(kernel):
    kernel.run("// Doubles.\nconst twofold = (x: number) => 2 * x;\nconst other = 1;")
    text = kernel.run("twofold??").reply["payload"][0]["data"]["text/plain"]
    assert text.endswith("// Doubles.\nconst twofold = (x: number) => 2 * x;")
    assert "other" not in text


@pytest.mark.parametrize("asked", ["momentum", "whole.momentum"])
def test_two_question_marks_show_how_the_library_declares_a_name(kernel, asked):
    kernel.run('import { momentum } from "fall-line"; import * as whole from "fall-line";')
    text = kernel.run(asked + "??").reply["payload"][0]["data"]["text/plain"]
    assert text.startswith("Momentum: a velocity")
    assert "rules/momentum.ts:\n/** Momentum: a velocity" in text
    assert 'm: line.vector("alpha*m - lambda*g"' in text


def test_names_that_cells_above_declare_are_told_once(fresh):
    told = fresh.run("display(start);\nconst next = start.map((x: number) => x + other);").traceback
    assert "this cell needs `display`, `start` and `other`" in told
    assert "run the cells above" in told
    assert told.count("Help:") == 1
