"""Nothing a student types ends the session."""

import pytest


def test_endless_recursion_is_an_error(kernel):
    ran = kernel.run("function down(): any { return down() } down()")
    assert ran.error["ename"] == "RangeError"
    assert len(ran.error["traceback"]) < 80


def test_endless_output_is_cut_with_a_notice(kernel):
    msg_id = kernel.send("while (true) console.log('x'.repeat(100))")
    streams = [kernel.late(msg_id, "stream")]
    while streams[-1]["name"] == "stdout":
        streams.append(kernel.late(msg_id, "stream"))
    assert "output cut: this cell has printed more than 1,000,000 characters" in streams[-1]["text"]
    assert len(streams) < 200
    kernel.interrupt()
    ran = kernel.collect(msg_id)
    assert (ran.error["ename"], ran.printed()) == ("Interrupted", "")


def test_endless_displays_are_cut_with_a_notice(kernel):
    code = "import { display } from 'tslab'; for (let i = 0; i < 5000; i++) display.text('x')"
    ran = kernel.run(code)
    assert len(ran.of("display_data")) == 2000
    assert "output cut: this cell has shown more than 2,000 displays" in ran.printed("stderr")


@pytest.mark.parametrize("code", ["process.exit()", "process.exit(0)", "process.abort()", "process.kill(process.pid)", "process.kill(process.ppid)"])
def test_a_cell_cannot_end_the_process(kernel, code):
    assert "would end the session" in kernel.run(code).error["evalue"]


def test_an_unhandled_rejection_is_told_and_harms_nothing(kernel):
    msg_id = kernel.send("void Promise.reject(new Error('nobody listens')); 1")
    assert kernel.reply(msg_id)["status"] == "ok"
    text = kernel.late(msg_id, "stream")["text"]
    assert "Error in a promise that nothing awaits: Error: nobody listens" in text
    assert "cell " in text
    assert "dist/kernel" not in text


def test_a_throw_in_a_timer_is_told_when_no_listener_is_left(fresh):
    msg_id = fresh.send("process.removeAllListeners(); setTimeout(() => { throw new Error('too late') }, 20); 1")
    assert fresh.reply(msg_id)["status"] == "ok"
    assert "too late" in fresh.late(msg_id, "stream")["text"]
    assert fresh.value("2") == "2"


def test_standard_input_is_empty_and_not_the_kernels(kernel):
    assert kernel.value("require('node:fs').readFileSync(0, 'utf8')") == "''"
    kernel.run("process.stdin.on('data', () => {}); process.stdin.resume()")


def test_a_throw_in_a_timer_is_told_and_harms_nothing(kernel):
    msg_id = kernel.send("setTimeout(() => { throw new Error('too late') }, 20); 1")
    assert kernel.reply(msg_id)["status"] == "ok"
    assert "Error in a timer or an event: Error: too late" in kernel.late(msg_id, "stream")["text"]


@pytest.mark.parametrize(
    "code",
    [
        "'x'.repeat(1e8)",
        "new Array(1e7).fill(1)",
        "new Float64Array(1e7)",
        "new Map(Array.from({ length: 1e5 }, (_, i) => [i, { i }]))",
        "const self: any = {}; self.self = self; self",
        "Array.from({ length: 1e5 }, (_, i) => ({ i, text: 'y'.repeat(100) }))",
        "let deep: any = {}; for (let i = 0; i < 1e5; i++) deep = { deep }; deep",
    ],
)
def test_a_huge_value_is_shown_in_part(kernel, code):
    ran = kernel.run(code)
    assert ran.status == "ok"
    assert sum(len(str(c["data"])) for c in ran.of("execute_result")) < 200_000


@pytest.mark.parametrize(
    "code",
    [
        "({ get x() { throw new Error('no') } })",
        "({ [Symbol.for('Jupyter.display')]() { throw new Error('cannot be shown') } })",
        "throw undefined",
        "throw null",
        "throw { toString() { throw 1 } }",
        "const e = new Error('x'); Object.defineProperty(e, 'message', { get() { throw e } }); throw e",
        "const odd = new Error('x'); (odd as any).stack = 5; throw odd",
        "Error.prepareStackTrace = () => { throw 1 }; (null as any).x",
        "delete (globalThis as any).setTimeout; delete (globalThis as any).console.log; 1",
        "Object.prototype.toString = () => { throw 1 }; ({})",
        "(Object.prototype as any).extra = 1; (Array.prototype as any).extra = () => 1",
        "\u0000", "'\U0001f600'", "", "// only a comment", "`${'a'}", "}{", "import", "#!shebang",
    ],
)
def test_odd_cells_are_answered(fresh_by_need, code):
    ran = fresh_by_need.run(code)
    assert ran.status in ("ok", "error")
    assert fresh_by_need.value("6 * 7") == "42"


@pytest.fixture(scope="module")
def fresh_by_need(folder):
    """A kernel for cells that deface its globals."""
    from kernel import Kernel

    kernel = Kernel(folder)
    yield kernel
    kernel.stop()


@pytest.mark.parametrize(
    "code",
    [
        "const a: any = { n: 1 }; const b: any = { n: 2, a }; a.b = b; [a, b]",
        "[{ get x(): number { throw new Error('no') }, y: 1 }]",
        "[{ x: { toJSON() { throw new Error('no') } }, y: 1 }]",
    ],
)
def test_a_list_of_linked_or_throwing_objects_is_shown(kernel, code):
    data = kernel.run(code).of("execute_result")[0]["data"]
    assert "<td>1</td>" in data["text/html"]


def test_a_large_result_is_cut_and_says_by_how_much(kernel):
    text = kernel.value("Array.from({ length: 100 }, () => Array.from({ length: 100 }, () => Array.from({ length: 20 }, Math.random)))")
    assert len(text) < 201_000
    assert text.endswith("more characters")


def test_what_programs_print_that_a_cell_starts_comes_to_the_cell(kernel):
    ran = kernel.run("import { execSync } from 'node:child_process'; execSync('echo out; echo err >&2', { stdio: 'inherit' }); console.log('after')")
    assert "out\n" in ran.printed() and "after\n" in ran.printed()
    assert "err\n" in ran.printed("stderr")


@pytest.mark.parametrize("name", ["Array.prototype.map", "String.prototype.slice", "Map.prototype.get", "JSON.stringify", "Object.keys", "Promise.prototype.then"])
def test_a_built_in_function_that_a_cell_replaces_is_put_back_and_told(kernel, name):
    ran = kernel.run(f"({name} as any) = () => {{ throw new Error('mine') }}; 1")
    assert f"{name}: put back as before" in ran.printed("stderr")
    assert kernel.value("[1, 2].map((x) => 2 * x)") == "[ 2, 4 ]"


def test_what_a_cell_adds_to_a_prototype_stays(kernel):
    kernel.run("(Array.prototype as any).last = function () { return this[this.length - 1] }")
    assert kernel.value("([1, 2, 3] as any).last()") == "3"
    kernel.run("delete (Array.prototype as any).last")
