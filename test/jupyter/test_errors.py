"""Errors that students can read."""

import re

import pytest


def test_a_type_error_names_line_reason_and_place(kernel):
    ran = kernel.run("const one = 1;\nconst two: number = 'two';")
    count = ran.reply["execution_count"]
    lines = ran.traceback.split("\n")
    assert ran.error["ename"] == "TypeScriptError"
    assert ran.error["evalue"] == f"cell {count}, line 2: a number is wanted here, and this is a text"
    assert lines == [
        f"TypeScriptError in cell {count}, line 2",
        "  1 | const one = 1;",
        "  2 | const two: number = 'two';",
        "    |                     ^^^^^",
        "  a number is wanted here, and this is a text",
        "  Help: Number(x) makes one of it",
    ]


@pytest.mark.parametrize(
    ("code", "help"),
    [
        ("let velocity = 1; velocty", "did you mean `velocity`?"),
        ("Math.mx(1)", "did you mean `max`?"),
        ("({ alpha: 1, beta: 2 }).q", "Help: what is there: `alpha`, `beta`"),
        ("const n: number = Promise.resolve(1)", "Help: a promise is not yet its value: write `await` before it"),
        ("Promise.resolve(1).toFixed()", "Help: a promise is not yet its value: write `await` before it"),
        ("Math.pow(2)", "`Math.pow` takes 2 values, and 1 is given\n  Help: add `y`, a number, after what stands there"),
        ("Math.abs(1, 2)", "`Math.abs` takes 1 value, and 2 are given\n  Help: leave out what is too many"),
        ("[1].map()", "`[1].map` takes 1 or 2 values, and none is given"),
        ("const fixed = 1; fixed = 2", "Help: to change it, declare it with `let` instead of `const`"),
        ("import x from 'left-pad'", "Help: is this its name, and is it installed"),
        ("import { x } from './nowhere'", "Help: is this its name? It is looked for from the folder of the notebook"),
        ("neverDeclared", "Help: if another cell declares it, run that cell first"),
    ],
)
def test_common_type_errors_come_with_their_cure(kernel, code, help):
    assert help in kernel.run(code).traceback


def test_a_slip_of_types_is_found_before_anything_of_the_cell_runs(kernel):
    ran = kernel.run("const rate = 0.1;\nconsole.log(rate);\nrate = 0.2;\nconsole.log(rate);")
    assert ran.status == "error"
    assert ran.printed() == ""


def test_many_type_errors_are_counted(kernel):
    assert "and 15 more" in kernel.run("\n".join(f"Math.nowhere{i};" for i in range(20))).traceback


def test_a_run_time_error_names_the_cells_it_came_through(kernel):
    first = kernel.run("function inner(o: any) {\n  return o.a.b;\n}").reply["execution_count"]
    ran = kernel.run("function outer() {\n  return inner({});\n}\nouter();")
    second = ran.reply["execution_count"]
    assert ran.error["ename"] == "TypeError"
    assert ran.traceback.split("\n") == [
        "TypeError: Cannot read properties of undefined (reading 'b')",
        "",
        "  1 | function inner(o: any) {",
        "  2 |   return o.a.b;",
        "    |              ^",
        "  Help: what stands before `.b` is undefined: it has no value here",
        f"    at inner (cell {first}, line 2)",
        f"    at outer (cell {second}, line 2)",
        f"    at cell {second}, line 4",
    ]


def test_lines_are_right_after_types_and_imports_were_taken_out(kernel):
    ran = kernel.run('import * as os from "os";\ninterface A {\n  a: number;\n}\n\nthrow new Error("here");')
    assert "line 6" in ran.traceback


def test_an_error_in_async_code_names_its_line(kernel):
    ran = kernel.run("async function fails() {\n  await null;\n  throw new RangeError('async');\n}\nawait fails()")
    assert "at fails (cell" in ran.traceback
    assert "line 3" in ran.traceback


def test_a_caught_error_prints_the_same_stack(kernel):
    printed = kernel.run("try { (null as any).x } catch (e) { console.log(e) }").printed()
    assert re.search(r"^    at cell \d+, line 1$", printed, re.M)
    assert "node:" not in printed


def test_colours_are_in_the_traceback_only(kernel):
    ran = kernel.run("throw new Error('plain')")
    assert "\x1b[" in "".join(ran.error["traceback"])
    assert "\x1b[" not in ran.error["evalue"] + ran.error["ename"]


def test_what_is_thrown_need_not_be_an_error(kernel):
    assert kernel.run("throw 'text'").error["evalue"] == "'text'"


def test_the_cause_is_told(kernel):
    ran = kernel.run("throw new Error('outer', { cause: new TypeError('inner') })")
    assert "Caused by: TypeError: inner" in ran.traceback


def test_an_error_in_a_helper_names_the_lines_of_its_source(kernel, folder):
    (folder / "failing.ts").write_text("type N = number;\n\nexport async function fail(n: N) {\n  await null;\n  throw new Error('inner');\n}\n")
    (folder / "calling.ts").write_text(
        'import type { Stats } from "node:fs";\nimport { fail } from "./failing.ts";\n\ninterface A {\n  n: number;\n}\n'
        "export async function call(a: A) {\n  return await fail(a.n);\n}\n"
    )
    ran = kernel.run('import { call } from "./calling.ts";\nawait call({ n: 1 })')
    assert ran.traceback.split("\n")[-3:] == [
        "    at fail (failing.ts, line 5)",
        "    at call (calling.ts, line 8)",
        f"    at cell {ran.reply['execution_count']}, line 2",
    ]


def test_the_errors_that_one_stands_for_are_told(kernel):
    ran = kernel.run("await Promise.any([Promise.reject(new TypeError('one')), Promise.reject(2)])")
    count = ran.reply["execution_count"]
    assert ran.traceback.split("\n")[:3] == ["AggregateError: All promises were rejected", f"  - TypeError: one (at cell {count}, line 1)", "  - 2"]


def test_what_cannot_be_changed_says_so(kernel):
    ran = kernel.run("const frozen: { a: number } = Object.freeze({ a: 1 }); frozen.a = 2")
    assert ran.error["evalue"].startswith("Cannot assign to read only property 'a'")


def test_an_error_that_node_makes_names_the_line_that_waited_for_it(kernel):
    ran = kernel.run(
        'import { once } from "node:events";\nimport { spawn } from "node:child_process";\n'
        'await once(spawn("no-such-program"), "close");'
    )
    assert f"at cell {ran.reply['execution_count']}, line 3" in ran.traceback
    assert "Help: there is no program of this name" in ran.traceback
