"""Completion and inspection."""

import pytest

CELL = """import { descend, momentum } from "fall-line";
/** A ball. */
class Ball {
  /** Rolls it down.
   * @param time in seconds */
  roll(time: number, far = true) { return far ? time : 0 }
}
const ball = new Ball(), myRate = 0.1;
interface Shape { width: number; height?: string }
type Rule = "adam" | "sgd";"""


@pytest.fixture(scope="module")
def helped(tmp_path_factory):
    from kernel import Kernel

    folder = tmp_path_factory.mktemp("help")
    (folder / "helper.ts").write_text("export const a = 1;\n")
    package = folder / "node_modules" / "lodash-ish"
    package.mkdir(parents=True)
    (package / "package.json").write_text('{ "name": "lodash-ish", "types": "index.d.ts" }')
    (package / "index.d.ts").write_text("export const x: number;\n")
    (folder / "package.json").write_text('{ "dependencies": { "lodash-ish": "*" } }')
    kernel = Kernel(folder)
    kernel.run(CELL)
    yield kernel
    kernel.stop()


def completed(kernel, code):
    return kernel.reply(kernel.client.complete(code))


def inspected(kernel, code, position=None):
    return kernel.reply(kernel.client.inspect(code, position))["data"].get("text/plain", "")


def test_names_of_the_student_and_the_library_come_first_with_their_kinds(helped):
    reply = completed(helped, "m")
    assert reply["matches"][:3] == ["momentum", "myRate", "module"]
    types = reply["metadata"]["_jupyter_types_experimental"]
    assert types[1] == {"start": 0, "end": 1, "text": "myRate", "type": "instance"}
    assert [one["type"] for one in completed(helped, "ball.")["metadata"]["_jupyter_types_experimental"]] == ["function"]
    everything = completed(helped, "descend(")["matches"]
    assert set(everything[:5]) == {"Ball", "ball", "descend", "momentum", "myRate"}


@pytest.mark.parametrize(
    "code, begun, matches",
    [
        ('import { a } from "./he', "he", ["helper"]),
        ('import { x } from "lod', "lod", ["lodash-ish"]),
        ('import { descend } from "fa', "fa", ["fall-line"]),
        ('const rule: Rule = "', "", ["adam", "sgd"]),
    ],
)
def test_texts_complete_from_what_is_typed_of_them(helped, code, begun, matches):
    reply = completed(helped, code)
    assert reply["matches"] == matches
    assert code[reply["cursor_start"] : reply["cursor_end"]] == begun


def test_inspection_begins_with_the_sentence_and_ends_with_the_types(helped):
    assert inspected(helped, "ball.roll", 7).split("\n\n") == [
        "Rolls it down.",
        "@param time in seconds",
        "(method) Ball.roll(time: number, far?: boolean | undefined): number",
    ]
    text = inspected(helped, "descend", 3)
    assert text.startswith("Descend an objective by a rule")
    assert text.endswith("): Trace<T>")


def test_inside_a_call_the_function_is_shown_with_the_argument_one_is_at(helped):
    text = inspected(helped, "ball.roll(1, ")
    assert text == "Rolls it down.\n\nroll(time: number, \x1b[1mfar?: boolean\x1b[22m): number"


def test_the_name_of_a_hyperparameter_is_told_with_its_meaning_range_and_default(helped):
    call = 'import { momentum } from "fall-line"; descend("x^2", momentum, { hyper: { alpha'
    assert inspected(helped, call + ": 0.5 } })", len(call) - 1).split("\n\n") == [
        "share of the old velocity that is kept: in [0, 1); 0.9 by default",
        "(property) alpha?: number",
    ]


def test_an_interface_and_a_type_show_what_they_are(helped):
    assert "width: number;\n    height?: string;" in inspected(helped, "Shape", 2)
    assert inspected(helped, "Rule", 2) == 'type Rule = "adam" | "sgd";'
    assert "width" in inspected(helped, "let s: Shape", 9)
