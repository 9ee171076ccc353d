"""Rich values."""

def test_an_object_with_the_display_method_is_shown_by_its_bundle(kernel):
    ran = kernel.run("({ [Symbol.for('Jupyter.display')]: () => ({ 'text/html': '<b>1</b>', 'text/plain': 'one' }) })")
    assert ran.of("execute_result")[0]["data"] == {"text/html": "<b>1</b>", "text/plain": "one"}


def test_the_display_method_may_be_asynchronous_and_a_text_is_added(kernel):
    ran = kernel.run("({ async [Symbol.for('Jupyter.display')]() { return { 'text/latex': '$x$' } } })")
    data = ran.of("execute_result")[0]["data"]
    assert data["text/latex"] == "$x$"
    assert "text/plain" in data


def test_the_display_host_shows_and_updates(kernel):
    kernel.run("const host = (globalThis as any)[Symbol.for('fall-line.display')]")
    ran = kernel.run("host.show({ 'text/plain': 'a' }, { id: 'd1' }); host.show({ 'text/plain': 'b' }, { id: 'd1', update: true })")
    assert [c["data"]["text/plain"] for c in ran.of("display_data")] == ["a"]
    assert [(c["data"]["text/plain"], c["transient"]) for c in ran.of("update_display_data")] == [
        ("b", {"display_id": "d1"})
    ]


def test_display_of_the_library(kernel):
    ran = kernel.run("import { display } from 'fall-line'; display.html('<i>h</i>'); display.markdown('*m*'); display.latex('$l$')")
    shown = [set(c["data"]) for c in ran.of("display_data")]
    assert [next(iter(s - {"text/plain"})) for s in shown] == ["text/html", "text/markdown", "text/latex"]


def test_display_of_tslab(kernel):
    ran = kernel.run("import * as tslab from 'tslab'; tslab.display.html('<b>t</b>'); tslab.display.png(new Uint8Array([1, 2]))")
    assert [c["data"] for c in ran.of("display_data")] == [{"text/html": "<b>t</b>"}, {"image/png": "AQI="}]


def test_arrays_of_objects_are_tables(kernel):
    data = kernel.run("[{ step: 1, loss: 0.5 }, { step: 2, note: '<b>' }]").of("execute_result")[0]["data"]
    assert "<th>step</th><th>loss</th><th>note</th>" in data["text/html"]
    assert "&lt;b&gt;" in data["text/html"]
    assert "step: 1" in data["text/plain"]


def test_undefined_shows_nothing_and_null_is_a_value(kernel):
    assert kernel.run("undefined").result is None
    assert kernel.run("null").result == "null"
    assert kernel.run("const x = 1").result is None


def test_output_keeps_its_order(kernel):
    ran = kernel.run("import { display } from 'tslab'; console.log('1'); display.text('2'); console.error('3'); console.log('4'); 5")
    kinds = [m["msg_type"] for m in ran.messages if m["msg_type"] in ("stream", "display_data", "execute_result")]
    assert kinds == ["stream", "display_data", "stream", "stream", "execute_result"]


def test_what_is_written_to_the_process_is_printed_bytes_too_and_whoever_waits_for_it_goes_on(kernel):
    ran = kernel.run(
        "const written = (data: string | Uint8Array) => new Promise<void>((done) => process.stdout.write(data, () => done()));\n"
        "await written(new TextEncoder().encode('hé, ')); await written('as text, ');\n"
        "await new Promise<void>((done) => process.stderr.write('with its encoding', 'utf8', () => done()));\n"
        "process.stdout.write('alone')"
    )
    assert (ran.printed(), ran.printed("stderr"), ran.result) == ("hé, as text, alone", "with its encoding", "true")


def test_late_output_belongs_to_the_cell_that_caused_it(kernel):
    first = kernel.send("setTimeout(() => console.log('late'), 300); (async () => { await new Promise((r) => setTimeout(r, 350)); console.log('later') })(); 0")
    kernel.reply(first)
    second = kernel.run("await new Promise((r) => setTimeout(r, 600)); console.log('mine')")
    assert second.printed() == "mine\n"
    third = kernel.send("await new Promise((r) => setTimeout(r, 400)); setTimeout(() => console.log('after'), 100); 1")
    assert kernel.reply(third)["status"] == "ok"
    assert kernel.late(third, "stream")["text"] == "after\n"


def test_late_output_is_seen_with_its_parent(kernel):
    msg_id = kernel.send("setTimeout(() => console.log('late'), 200); 0")
    kernel.reply(msg_id)
    assert kernel.late(msg_id, "stream")["text"] == "late\n"


def test_display_shows_a_value_as_the_end_of_a_cell_does(kernel):
    ran = kernel.run('import { display } from "fall-line"; const loop: any = { n: 1 }; loop.self = loop; display([{ a: 1 }]); display(loop)')
    table, circle = (shown["data"] for shown in ran.of("display_data"))
    assert "<td>1</td>" in table["text/html"]
    assert circle["text/plain"] == "<ref *1> { n: 1, self: [Circular *1] }"


def test_a_promise_is_shown_as_one_and_does_not_hold_the_cell(kernel):
    assert kernel.value("new Promise(() => {})") == "Promise { <pending> }"
    assert kernel.value("Promise.resolve(1)") == "Promise { 1 }"
    assert kernel.value("({ then() { return 'never called' } })") == "{ then: [Function: then] }"
