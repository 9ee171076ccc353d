"""Loops of every kind are stopped, and variables survive."""

import random
import sys

import pytest
from kernel import PATIENCE

# Each prints something, by begun(), where it is to be stopped.
BEGIN = "let kept = 41, rounds = 0; const begun = () => console.log('begun')"

IN_CELLS = {
    "a plain loop": "begun(); while (true) {}",
    "a loop after an await": "await null; begun(); while (true) {}",
    "a loop of awaits": "begun(); for (;;) await null",
    "a loop that sleeps": "begun(); for (;;) await new Promise((r) => setTimeout(r, 10))",
    "a promise that never comes": "begun(); await new Promise(() => {})",
    "a chain of promises": "function spin(): any { if (rounds++ === 9) begun(); return Promise.resolve().then(spin) } await spin()",
    "a loop in a helper": "async function helper() { await null; begun(); for (;;) {} } await helper()",
    "a loop in a timer": "await new Promise(() => setTimeout(() => { begun(); while (true) {} }, 1))",
    "a loop in a displayed value": "({ [Symbol.for('Jupyter.display')]() { begun(); while (true) {} } })",
    "a loop in a getter of a value": "({ get x() { while (true) {} }, [Symbol.for('nodejs.util.inspect.custom')]() { begun(); for (;;) {} } })",
    "an answer that is tried": "begun(); const tried = await import('fall-line'); for (;;) tried.check('momentum/rule', (() => { for (;;); }) as any)",
    "a regular expression without end": "begun(); /^(a+)+$/.test('a'.repeat(40) + 'b')",
}

AFTER_CELLS = {
    "a timer": "setTimeout(() => { begun(); while (true) {} }, 1)",
    "an interval": "setInterval(() => { begun(); while (true) {} }, 1)",
    "a chain of promises": "(function chain() { if (rounds++ === 9) begun(); Promise.resolve().then(chain) })()",
    "an immediate": "setImmediate(() => { begun(); while (true) {} })",
}

WHILE_IT_ENDS = {
    "a tick": "process.nextTick(() => { begun(); while (true) {} })",
    "a microtask": "queueMicrotask(() => { begun(); for (;;) {} })",
}


# A cell's time for what would come every few milliseconds.
LATER = "await new Promise((r) => setTimeout(r, 60))"


@pytest.mark.parametrize("code", {**IN_CELLS, **WHILE_IT_ENDS}.values(), ids={**IN_CELLS, **WHILE_IT_ENDS}.keys())
def test_a_cell_is_stopped(kernel, code):
    kernel.run(BEGIN)
    msg_id = kernel.begun(code)
    kernel.interrupt()
    ran = kernel.collect(msg_id)
    if code not in WHILE_IT_ENDS.values():
        assert ran.error["ename"] == "Interrupted"
        assert ran.error["evalue"] == "the cell was stopped"
    assert kernel.value("kept + 1") == "42"
    assert kernel.value("[fetch, setTimeout, process.exit].map(String).join().includes('not available')") == "false"


@pytest.mark.parametrize("code", AFTER_CELLS.values(), ids=AFTER_CELLS.keys())
def test_what_a_cell_left_running_is_stopped(kernel, code):
    kernel.run(BEGIN)
    kernel.begun(code)
    kernel.interrupt()
    assert kernel.value("kept + 1") == "42"


def test_a_stopped_loop_does_not_go_on_behind_the_next_cells(kernel):
    kernel.run("let beats = 0")
    kernel.interrupted_once_begun("for (;;) { beats++; await new Promise((r) => setTimeout(r, 5)) }")
    before = kernel.value("beats")
    assert kernel.value(f"{LATER}; beats") == before


def test_a_stopped_loop_over_what_comes_does_not_go_on_either(kernel):
    kernel.run("import { setInterval as every } from 'node:timers/promises'; let came = 0")
    kernel.interrupted_once_begun("for await (const beat of every(5)) came++")
    # One that is on its way may still come.
    before = kernel.value(f"{LATER}; came")
    assert kernel.value(f"{LATER}; came") == before


def test_an_interrupt_with_nothing_to_stop_harms_nothing(kernel):
    kernel.interrupt()
    assert kernel.value("1 + 1") == "2"


def test_a_function_with_a_time_limit_is_stopped_and_the_cell_goes_on(kernel):
    kernel.run("const { runWithTimeLimit } = (globalThis as any)[Symbol.for('fall-line.limits')]")
    ran = kernel.run("try { runWithTimeLimit(() => { while (true) {} }, 200) } catch (e: any) { console.log(e.name) } 'on'")
    assert ran.printed() == "TimeLimitExceeded\n"
    assert ran.result == "'on'"
    assert kernel.value("runWithTimeLimit(() => runWithTimeLimit(() => 7, 100), 100)") == "7"


@pytest.mark.long
def test_fifty_interrupts_in_a_row_keep_the_state(fresh):
    fresh.run(BEGIN)
    fresh.run("kept = 0")
    loops = [*IN_CELLS.values()]
    for i in range(50):
        fresh.run("rounds = 0")
        msg_id = fresh.begun(loops[i % len(loops)])
        fresh.interrupt()
        ran = fresh.collect(msg_id)
        assert ran.error["ename"] == "Interrupted"
        assert fresh.value("++kept") == str(i + 1)


@pytest.mark.long
def test_cells_that_end_about_when_they_are_stopped_leave_a_kernel_that_answers(fresh):
    """The session is stopped from outside 120 ms after it was asked: what comes after the cell is not to be stopped with it."""
    chance = random.Random(20261130)
    for _ in range(300):
        took = chance.uniform(90, 150)
        end = chance.choice(["'done'", "throw new Error('own')", "await null; 'later'", "setTimeout(() => {}, 1); 'left'"])
        fresh.interrupted_once_begun(f"{{ const t = performance.now(); while (performance.now() - t < {took}); }} {end}")
        assert fresh.value("6 * 7") == "42"


@pytest.mark.long
def test_a_request_is_answered_that_comes_while_what_a_cell_left_running_is_stopped(fresh):
    """What is terminated may be the arrival of the request itself."""
    chance = random.Random(20261130)
    for _ in range(300):
        took = chance.uniform(112, 135)
        busy = f"const t = performance.now(); while (performance.now() - t < {took});"
        left = fresh.send(f"setTimeout(() => {{ console.log('begun'); {busy} }}, 1);")
        if fresh.collect(left).printed() == "":
            fresh.late(left, "stream")
        request = chance.choice([lambda: fresh.send("6 * 7"), lambda: fresh.client.complete("Mat", 3)])()
        fresh.interrupt()
        fresh.reply(request)


def test_an_interruption_runs_the_finally_of_code_that_waits(kernel):
    sleep = "await new Promise((r) => setTimeout(r, 10000))"
    ran = kernel.interrupted_once_begun(f"try {{ {sleep} }} finally {{ console.log('closed') }}")
    assert (ran.error["ename"], ran.printed()) == ("Interrupted", "closed\n")
    ran = kernel.interrupted_once_begun(f"try {{ {sleep} }} finally {{ await null; console.log('closed later') }}")
    assert (ran.error["evalue"], ran.printed()) == ("the cell was stopped", "closed later\n")


def test_a_calculation_that_is_ended_says_that_its_finally_did_not_run(kernel):
    ran = kernel.interrupted_once_begun("try { while (true) {} } finally { console.log('never') }")
    assert ran.printed() == ""
    assert "what stands in `finally` did not run" in ran.error["evalue"]


def test_a_loop_that_catches_everything_is_stopped_all_the_same(kernel):
    ran = kernel.interrupted_once_begun("for (;;) { try { await new Promise((r) => setTimeout(r, 5)) } catch {} }")
    assert ran.error["ename"] == "Interrupted"
    assert kernel.value("1 + 1") == "2"


def test_an_interruption_leaves_background_work_of_earlier_cells_alone(kernel):
    kernel.run("let beats = 0; const timer = setInterval(() => { beats++ }, 5)")
    kernel.run("let steps = 0, goes = true; (async () => { while (goes) { await new Promise((r) => setTimeout(r, 5)); steps++ } })(); 0")
    kernel.interrupted_once_begun("await new Promise(() => {})")
    before = kernel.value("[beats, steps]")
    kernel.run(LATER)
    after = kernel.value("[beats, steps]")
    assert all(int(b) > int(a) for a, b in zip(before.strip("[ ]").split(","), after.strip("[ ]").split(",")))
    kernel.run("clearInterval(timer); goes = false")


@pytest.mark.skipif(sys.platform != "linux", reason="programs of a cell are found on Linux alone")
@pytest.mark.parametrize("times", [3, pytest.param(12, marks=pytest.mark.long)])
def test_an_interrupt_ends_the_programs_that_the_cell_has_started_and_no_others(kernel, times):
    kernel.run("import { spawn, execSync } from 'node:child_process'")
    for _ in range(times):
        # An interruption just before, of which the kernel still looks for programs.
        kernel.interrupted_once_begun("for (;;) {}")
        assert kernel.run("const before = spawn('sleep', ['60'])").status == "ok"
        ran = kernel.interrupted_once_begun("execSync('sleep 61; sleep 61')")
        assert ran.error["ename"] == "Interrupted"
        assert kernel.value("before.exitCode === null && before.signalCode === null") == "true"
        assert kernel.value("before.kill()") == "true"


def test_an_interrupt_ends_a_question_by_readline(kernel):
    ask = "(await import('node:readline/promises')).createInterface({ input: process.stdin, output: process.stdout })"
    msg_id = kernel.send(f"const asks = {ask}; const name = await asks.question('name? '); `Hi ${{name}}`", allow_stdin=True)
    assert kernel.client.get_stdin_msg(timeout=PATIENCE)["content"]["prompt"] == "name? "
    kernel.client.input("Ada")
    assert kernel.collect(msg_id).result == "'Hi Ada'"
    msg_id = kernel.send("await asks.question('again? ')", allow_stdin=True)
    kernel.client.get_stdin_msg(timeout=PATIENCE)
    kernel.interrupt()
    assert kernel.collect(msg_id).status == "error"
