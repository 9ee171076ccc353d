"""The lesson library, from a folder that has nothing to do with the project."""

from kernel import PATIENCE


def test_the_library_is_imported_with_its_types(kernel):
    assert kernel.value('import { momentum } from "fall-line"; momentum.id') == "'momentum'"
    assert kernel.run("momentum.nothing").error["ename"] == "TypeScriptError"


def test_what_the_library_exports_is_completed(kernel):
    reply = kernel.client.complete('import { momen } from "fall-line"', 14, reply=True, timeout=PATIENCE)["content"]
    assert "momentum" in reply["matches"]


def test_hyperparameters_are_completed(kernel):
    kernel.run('import { momentum } from "fall-line"')
    code = "momentum.hyperparameters.al"
    reply = kernel.client.complete(code, len(code), reply=True, timeout=PATIENCE)["content"]
    assert reply["matches"] == ["alpha"]


def test_hovering_shows_documentation(kernel):
    kernel.run("/** Halves a number. */\nfunction halve(x: number) { return x / 2 }")
    reply = kernel.client.inspect("halve", 3, reply=True, timeout=PATIENCE)["content"]
    assert "halve(x: number): number" in reply["data"]["text/plain"]
    reply = kernel.client.inspect("Math.max", 7, reply=True, timeout=PATIENCE)["content"]
    assert "Returns the larger" in reply["data"]["text/plain"]


def test_a_name_of_the_library_is_found_when_it_was_not_imported(kernel):
    ran = kernel.run("rmsprop")
    assert 'Help: it is in the lesson library: import { rmsprop } from "fall-line"' in ran.traceback


def test_missing_options_are_named(kernel):
    ran = kernel.run('import { adam, descend, ravine } from "fall-line"; descend(ravine, adam)')
    assert "`descend` takes 3 values, and 2 are given\n  Help: add { steps: ... } after what stands there" in ran.traceback


def test_inside_a_call_the_function_is_shown_with_the_argument_one_is_at(kernel):
    kernel.run("/** Takes a step. */\nfunction stepped(w: number, rate: number) { return w - rate }")
    reply = kernel.client.inspect("stepped(1, )", 11, reply=True, timeout=PATIENCE)["content"]
    assert "stepped(w: number, \x1b[1mrate: number\x1b[22m): number" in reply["data"]["text/plain"]
    assert "Takes a step." in reply["data"]["text/plain"]
