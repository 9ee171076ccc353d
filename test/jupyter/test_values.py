"""Names and values across cells."""

import textwrap

import pytest
from kernel import Kernel


def test_a_function_sees_what_a_later_cell_assigns(kernel):
    kernel.run("let rate = 0.1; function step(w: number) { return w - rate }")
    kernel.run("rate = 0.5")
    assert kernel.value("step(1)") == "0.5"


def test_a_function_sees_what_a_later_cell_declares_anew(kernel):
    kernel.run("let rate = 0.1; const half = () => rate / 2")
    kernel.run("const rate = 8")
    assert kernel.value("half()") == "4"


def test_a_cell_sees_what_an_earlier_function_assigns(kernel):
    kernel.run("let count = 0; function tick() { count++ }")
    kernel.run("tick(); tick()")
    assert kernel.value("count") == "2"


def test_a_function_calls_the_latest_version_of_another(kernel):
    kernel.run("function inner() { return 'old' } function outer() { return inner() }")
    kernel.run("function inner() { return 'new' }")
    assert kernel.value("outer()") == "'new'"


def test_shorthand_works_across_cells(kernel):
    kernel.run("const a = 1; let b = 2")
    assert kernel.value("({ a, b })") == "{ a: 1, b: 2 }"
    kernel.run("({ a: b } = { a: 7 })")
    assert kernel.value("b") == "7"
    kernel.run("({ b } = { b: 9 })")
    assert kernel.value("[b, { b }.b]") == "[ 9, 9 ]"


def test_destructuring_declares_all_names(kernel):
    kernel.run("const { p, q: [r, ...rest], s = 5 } = { p: 1, q: [2, 3, 4] } as any")
    assert kernel.value("[p, r, rest, s]") == "[ 1, 2, [ 3, 4 ], 5 ]"


def test_var_in_a_block_and_in_loops_is_shared(kernel):
    kernel.run("if (true) { var inBlock = 1 } for (var i = 0; i < 3; i++) { } for (var k of [5, 6]) { }")
    assert kernel.value("[inBlock, i, k]") == "[ 1, 3, 6 ]"


@pytest.mark.parametrize(
    ("code", "value"),
    [
        ("await Promise.resolve(1)", "1"),
        ("await (Promise.resolve(2))", "2"),
        ("(await [3])[0]", "3"),
        ("let s = 0; for await (const x of [1, 2]) s += x; s", "3"),
        ("if (await Promise.resolve(true)) { } 4", "4"),
        ("const { z } = await Promise.resolve({ z: 5 }); z", "5"),
        ("[await Promise.resolve(6), await 7]", "[ 6, 7 ]"),
        ("`${await Promise.resolve('x')}`", "'x'"),
        ("const late = async () => await 8; await late()", "8"),
        ("(await import('node:path')).basename('/a/b')", "'b'"),
    ],
)
def test_await_works_at_the_top_of_a_cell(kernel, code, value):
    assert kernel.value(code) == value


def test_functions_classes_types_and_enums_can_be_declared_anew(kernel):
    kernel.run("class Point { x = 1 } interface Shape { a: number } enum Color { Red } type T = number")
    kernel.run("class Point { y = 2 } interface Shape { b: string } enum Color { Blue = 5 } type T = string")
    assert kernel.value("const s: Shape = { b: 'b' }; const t: T = 't'; [new Point().y, s.b, Color.Blue, t]") == (
        "[ 2, 'b', 5, 't' ]"
    )


def test_classes_keep_their_statics_and_heritage_across_cells(kernel):
    kernel.run("class Base { static made = 0; constructor() { Base.made++ } who() { return 'base' } }")
    kernel.run("class Derived extends Base { who() { return 'derived ' + super.who() } }")
    assert kernel.value("[new Derived().who(), Base.made, Derived.name]") == "[ 'derived base', 1, 'Derived' ]"


def test_functions_keep_their_names(kernel):
    assert kernel.value("const arrow = () => 1; [arrow.name, (function () {}).name]") == "[ 'arrow', '' ]"


def test_a_call_does_not_get_the_scope_as_this(kernel):
    kernel.run("function whose(this: any) { return this === undefined || this === globalThis }")
    assert kernel.value("whose()") == "true"


def test_export_says_nothing_and_harms_nothing(kernel):
    kernel.run("export const exported = 1; export default function main() { return 2 }\nexport { exported }")
    assert kernel.value("[exported, main()]") == "[ 1, 2 ]"


def test_a_nameless_default_export_harms_nothing(kernel):
    assert kernel.run("export default function () { return 1 }").status == "ok"
    assert kernel.run("export default class extends Array {}").status == "ok"


@pytest.fixture(scope="module")
def renaming(folder):
    """A kernel in which `require` and the like get other meanings, which they have for all cells after."""
    kernel = Kernel(folder)
    yield kernel
    kernel.stop()


@pytest.mark.parametrize("name", ["first", "library", "exports", "require", "__prev__", "__own", "___own", "target", "global"])
def test_no_name_is_taken_by_the_kernel(renaming, name):
    assert renaming.value(f"let {name}: any = 'mine'; function use() {{ return {name} }} use()") == "'mine'"
    assert renaming.value(f"{name} = 'yours'; use()") == "'yours'"
    assert renaming.value(f"(({name}: number) => use() + {name})(1)") == "'yours1'"
    assert renaming.run('import "node:os"; await null').status == "ok"
    assert renaming.value(f"const {name} = 2; [use(), {name}]") == "[ 2, 2 ]"


def test_a_parameter_may_have_any_name(kernel):
    kernel.run("let outside = 1")
    assert kernel.value("function sum(exports: number, require: number) { return outside + exports + require } sum(2, 3)") == "6"


@pytest.mark.parametrize(
    ("code", "use"),
    [
        ("const Hidden = class { private secret = 3; tell() { return this.secret } }", "new Hidden().tell()"),
        ("function make() { interface Inner { n: number } const inner: Inner = { n: 3 }; return inner } let made = make()", "made.n"),
        ("interface Side { n: number } enum Three { A = 3 } const Nameless = class { protected x = 1 }", "const side: Side = { n: Three.A }; side.n"),
    ],
)
def test_what_has_a_type_without_a_name_is_kept(kernel, code, use):
    assert kernel.run(code).status == "ok"
    kernel.run("1")
    assert kernel.value(use) == "3"


def test_namespaces_and_global_declarations_outlast_other_cells(kernel):
    kernel.run("namespace Geometry { export const dimension = 3; export type Axis = 'x' | 'y' } import Dimension = Geometry.dimension")
    kernel.run("declare global { interface String { shout(): string } } String.prototype.shout = function () { return this.toUpperCase() }")
    kernel.run("const between = 1")
    assert kernel.value("const axis: Geometry.Axis = 'x'; [Geometry.dimension, Dimension, axis.shout()]") == "[ 3, 3, 'X' ]"


def test_names_reached_before_an_error_are_kept(kernel):
    kernel.run("let reached = 1; throw new Error('stop'); let unreached = 2")
    assert kernel.value("reached") == "1"
    assert kernel.run("unreached").error["ename"] == "TypeScriptError"


def test_a_variable_of_a_cell_that_was_stopped_is_kept(kernel):
    kernel.interrupted_once_begun("let rounds = 0; while (true) rounds++")
    assert kernel.value("rounds > 0") == "true"


def test_imports_of_every_form(kernel):
    code = """
        import path, { join as glue } from "node:path";
        import * as fs from "node:fs";
        import "node:os";
        import type { Stats } from "node:fs";
    """
    assert kernel.run(textwrap.dedent(code)).status == "ok"
    assert kernel.value("[path.sep, glue('a', 'b'), typeof fs.existsSync]") == "[ '/', 'a/b', 'function' ]"
    kernel.run('import files = require("node:fs")')
    assert kernel.value("files.existsSync('/')") == "true"


def test_import_meta_speaks_of_the_folder_of_the_notebook(kernel, folder):
    (folder / "meta.json").write_text("[1, 2]")
    assert kernel.value("import.meta.dirname") == f"'{folder}'"
    assert kernel.value("JSON.parse(require('node:fs').readFileSync(new URL('./meta.json', import.meta.url), 'utf8'))") == "[ 1, 2 ]"


def test_a_helper_beside_the_notebook_is_imported_and_read_again_when_it_changed(kernel, folder):
    (folder / "ten.ts").write_text("export const ten: number = 10;\n")
    (folder / "helper.ts").write_text(
        'import { ten } from "./ten.ts";\nexport function scale(x: number): number { return ten * x }\n'
    )
    assert kernel.value('import { scale } from "./helper.ts"; scale(2)') == "20"
    (folder / "helper.ts").write_text("export function scale(x: number): number { return 100 * x }\n")
    assert kernel.value('import { scale } from "./helper"; scale(2)') == "200"
    (folder / "later.ts").write_text("export const made = 'later';\n")
    assert kernel.value('import { made } from "./later"; made') == "'later'"


def test_a_helper_is_run_anew_when_one_that_it_imports_has_changed(kernel, folder):
    (folder / "inner.ts").write_text("export const n = 1;\n")
    (folder / "outer.ts").write_text('import { n } from "./inner.ts";\nexport const twice = () => 2 * n;\n')
    (folder / "counted.ts").write_text("export const state = { runs: 0 };\n")
    assert kernel.value('import { twice } from "./outer.ts"; import { state } from "./counted.ts"; state.runs++; twice()') == "2"
    (folder / "inner.ts").write_text("export const n = 1000;\n")
    assert kernel.value('import { twice } from "./outer.ts"; import { state } from "./counted.ts"; [twice(), state.runs]') == "[ 2000, 1 ]"


def test_helpers_import_each_other_the_library_and_data(kernel, folder):
    (folder / "rate.json").write_text('{"rate": 0.5}')
    (folder / "a.ts").write_text('import { b } from "./b.ts";\nexport const a = "a";\nexport const ab = () => a + b;\n')
    (folder / "b.ts").write_text('import { a } from "./a.ts";\nexport const b = "b";\nexport const ba = () => b + a;\n')
    (folder / "deep").mkdir()
    (folder / "deep" / "index.ts").write_text(
        'import { descend } from "fall-line";\nimport data from "../rate.json";\nimport { ab } from "../a.ts";\n'
        "export const all = [typeof descend, data.rate, ab()];\n"
    )
    assert kernel.value('import { ba } from "./b.ts"; import { all } from "./deep"; [ba(), ...all]') == "[ 'ba', 'function', 0.5, 'ab' ]"
    assert kernel.value("require.resolve('./a.ts')") == f"'{folder}/a.ts'"


def test_a_module_in_a_cell_leaves_the_language_as_it_is(kernel):
    assert kernel.run("/** @module mine */ export const inModule = 8").status == "ok"
    assert kernel.value('import { inModule } from "./mine"; console.log(1); inModule') == "8"


def test_a_type_error_in_a_helper_names_the_helper(kernel, folder):
    (folder / "wrong.ts").write_text("export const n: number = 1;\nexport const m: number = 'a';\n")
    ran = kernel.run('import { m } from "./wrong"; m')
    assert "wrong.ts, line 2" in ran.traceback


def test_npm_packages_of_the_notebooks_folder_are_imported(kernel, folder):
    package = folder / "node_modules" / "tiny"
    package.mkdir(parents=True)
    (package / "package.json").write_text('{"name": "tiny", "main": "index.js", "types": "index.d.ts"}')
    (package / "index.js").write_text("exports.twice = (x) => 2 * x; exports.default = 'd';")
    (package / "index.d.ts").write_text("export function twice(x: number): number;\n")
    assert kernel.value('import { twice } from "tiny"; twice(4)') == "8"
    esm = folder / "node_modules" / "modern"
    esm.mkdir()
    (esm / "package.json").write_text('{"name": "modern", "type": "module", "main": "i.js", "types": "i.d.ts"}')
    (esm / "i.js").write_text("export default 3; export const four = 4;")
    (esm / "i.d.ts").write_text("declare const three: number; export default three; export const four: number;\n")
    assert kernel.value('import three, { four } from "modern"; [three, four]') == "[ 3, 4 ]"


def test_what_is_declared_with_using_is_disposed_of_when_the_cell_ends(kernel):
    kernel.run("const thing = (name: string) => ({ name, [Symbol.dispose]() { console.log('end of', this.name) } })")
    ran = kernel.run("using a = thing('a'); using b = thing('b'); console.log(a.name)")
    assert ran.printed() == "a\nend of b\nend of a\n"
    ran = kernel.run("using c = thing('c'); throw new Error('out')")
    assert (ran.error["evalue"], ran.printed()) == ("out", "end of c\n")
    later = "await using d = { async [Symbol.asyncDispose]() { await null; console.log('later') } }; 1"
    assert kernel.run(later).printed() == "later\n"
