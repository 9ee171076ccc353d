"""What a student in the first week reads: what is wrong, and what to write instead."""

import pytest


@pytest.fixture(scope="module")
def words(folder):
    """A kernel with the library's names."""
    from kernel import Kernel

    kernel = Kernel(folder)
    kernel.run('import { adam, ask, descend, momentum, schedules } from "fall-line"; const w = [1, 2], g = [3, 4], lambda = 0.1')
    yield kernel
    kernel.stop()


PYTHON = "is written so in Python, not in TypeScript"


@pytest.mark.parametrize(
    ("code", "reason", "help"),
    [
        ("const f: (n: number) => number = (n) => { 2 * n };", "your function computes and returns nothing: return is missing", "write return before what is to be given back"),
        ("function sign(x: number) { if (x > 0) return 1; }", "the function returns a value in some cases and nothing in the others", "end it with a `return ...` for the other cases"),
        ("w - lambda * g", "`w` is a list, and - works on one number at a time", "w.map((x, i) => x - lambda * g[i])"),
        ("w + g", "`w` is a list, and + works on one number at a time", "w.map((x, i) => x + g[i])"),
        ("2 * w", "`w` is a list, and * works on one number at a time", "w.map((x) => 2 * x)"),
        ("None", f"`None` {PYTHON}", "write: null"),
        ("True", f"`True` {PYTHON}", "write: true"),
        ("# hello", f"`#` {PYTHON}", "write: // begins a comment"),
        ('print("x")', f"`print` {PYTHON}", "write: console.log(...)"),
        ("def f(x):\n  return x", f"`def` {PYTHON}", "write: function f(x: number) { return x }"),
        ("import numpy as np", '"numpy" is a module of Python', "lists of numbers are written [1, 2]"),
        ("const t = 1 and 2", f"`and` {PYTHON}", "write: a && b"),
        ("const t = lambda or 2", f"`or` {PYTHON}", "write: a || b"),
        ("const t = not lambda", f"`not` {PYTHON}", "write: !a"),
        ("if (lambda) { } elif (w) { }", f"`elif` {PYTHON}", "write: else if (...) { ... }"),
        ("const half = (7 // 2)", f"`//` {PYTHON}", "write: Math.floor(a / b)"),
        ("const twice = (x) => 2 * x", "the parameter `x` has no type", "write (x: number) => ..."),
        ("try: 1", f"`try:` {PYTHON}", "write: try { ... } catch (error) { ... }"),
        ("while True: pass", f"`while ...:` {PYTHON}", "write: while (x > 0) { ... }"),
        ('raise ValueError("x")', f"`raise` {PYTHON}", 'write: throw new Error("...")'),
        ('f"value {w}"', f'`f"..."` {PYTHON}', "write: `value ${x}`"),
        ("const k: int = 3", f"`int` {PYTHON}", "write: number"),
        ('descend("x^2", adam, steps=5)', f"`steps = ...` in a call {PYTHON}", "values with a name are given in an object: { steps: 5 }"),
        ("for (let i = 0, i < 3, i++) { }", "the three parts of `for (...)` stand between semicolons", "write: for (let i = 0; i < 3; i++) { ... }"),
        ("let class = 3", "`class` is a word of the language and cannot be a name", "choose another name"),
        ("let s = 'it's'", "a text does not end on its line, or begins where none should", "one with ' in it stands between"),
        ("let a1 = 1; let a1 = 2", "`a1` is declared twice in this cell", "a1 = ..."),
        ('const t: number = "3"', "a number is wanted here, and this is a text", "write it without quotes: 3"),
        ('const t = "a" - 2', '`"a"` is a text, and this works on numbers only', "Number(x) makes a number of a text"),
        ('descend("x^2", "Adam")', '`"Adam"` is a text, and a Rule is wanted here', "write it without quotes: adam"),
        ('descend("x^2", "RMSprop", { start: [1], steps: 3 })', '`"RMSprop"` is a text, and a Rule is wanted here', "write it without quotes: rmsprop"),
        ('descend("x^2", "best", { start: [1], steps: 3 })', '`"best"` is a text, and a Rule is wanted here', "write a name without quotes: adadelta, adagrad"),
        ("Math.Sqrt(4)", "nothing here is called `Sqrt`", "did you mean `sqrt`?"),
        ("const t = (1, 2)", "of values between commas in round brackets only the last counts", "[1, 2]"),
        ("const t = { a = 1 }", "in an object a value follows a colon", "write: { a: 1 }"),
        ("w.append(3)", "`w` has no `append`: it is a list", "`append` is written .push(x) here"),
        ('const p = descend("x^2", momentum, { start: [1], steps: 3 }); p.length', "`p` has no `length`: it is a Trace", "what is there: `path`"),
        ("schedules.plato(0.1)", "`schedules` has no `plato`", "what is there: `constant`"),
        ('let u: number | string = 3; if (w.length > 1) u = "a"; u.toFixed(2)', "this may be a text, which has no `toFixed`", "ask first what it is"),
        ('ask("momentum/crosing")', '"momentum/crosing" is none of the allowed values', 'did you mean "momentum/crossing"?'),
        ("for (x of w) { }", "there is no `x` here", "write: for (const x of ...)"),
        ("if lambda > 3 { }", "what follows `if` stands in brackets", "write: if (...) { ... }"),
        ("const z = w[1]:", "`:` has no place here", "a statement ends with ;"),
        ("let a3 = 1 let a4 = 2", "a new statement begins here, `let`", "write ; between them"),
        ("w.at(10).toFixed()", "this may be undefined: it may have no value", "give it a name and ask first"),
        ('const o2 = { a: 1 }; o2["b"]', "`o2` has no `b`", "what is there: `a`"),
        ("w.map(Math.sqrt())", "a function is wanted here, and this is a number", "leave the brackets out: Math.sqrt"),
        ("Math.sqrt()", "`Math.sqrt` takes 1 value, and none is given", "add `x`, a number, between the brackets"),
        ("(() => { const r = () => r(); r(); })()", "what this gives cannot be found out: it is made with itself", "say it, as in"),
        ("[].reduce((a, b) => a + b)", "not assignable to type 'never'", "an empty list holds nothing yet"),
        ('import { sqrt } from "math"', '"math" is a module of Python', "Math is there without an import"),
        ("w.length()", "`w.length` is a number, not a function", "write it without the brackets: w.length"),
        ("const o = { lr: 0.1, lr: 0.2 }", "`lr` stands twice in this object", "leave one of the two out"),
        ("const { loss2 } = { loss: 3 }", "nothing here is called `loss2`", "did you mean `loss`?"),
        ("w.map((x) => { x * 2 }).map((q) => q + 1)", "the function that should give one returns nothing", "write `return` before the value"),
        ("w.map((x) => { x * 2 }).map((q) => 3 * q)", "the function that should give one returns nothing", "write `return` before the value"),
        ("w.map((x) => { x * 2 })[0].toFixed(1)", "the function that should give one returns nothing", "write `return` before the value"),
        ('import { momentun } from "fall-line"', '"fall-line" has no `momentun`', "did you mean `momentum`?"),
        ("return 5", "`return` ends a function, and there is none around it", "write the value alone"),
        ("const bb = 1\n[1, 2].map((x) => x)", "the line has no semicolon at its end, so the `[` of the next line goes on with it", "write ; at the end of this line"),
        ("const bc = 1\n(1 + 2).toFixed()", "the line has no semicolon at its end, so the `(` of the next line goes on with it", "write ; at the end of this line"),
        ('type Rule = "adam" | "sgd"; const r: Rule = "adma"', '"adma" is none of the allowed values', 'did you mean "adam"? allowed: "adam", "sgd"'),
        ("const q = w.find((x) => x > 5); q.toFixed(2)", "`q` may be undefined: it may have no value", "if (q !== undefined) { ... }"),
        ("try { w } catch (e) { e.message }", "nothing is known of `e`: it may be anything", "if (e instanceof Error) { ... }"),
        ('descend("x^2", momentum, { start: [1] })', "`steps` is missing here", "add it: { steps: ... }"),
        ('descend("x^2", momentum, { start: [1], steps: 3, hyper: { lamda: 0.1 } })', "nothing here is called `lamda`", "did you mean `lambda`?"),
        ("y = 5", "there is no `y` here", "to declare it, write: let y = ..."),
        ("nesterov", "there is no `nesterov` here", "it is in the lesson library"),
        ("document.title", "there is no `document` here: cells run in Node, not in a page", "write: display.html"),
        ("let s = 'a' +\n", "something is missing here", "go on where the line breaks off"),
        # What other languages write: first an empty answer, or "Unexpected keyword", with five consequences.
        ("const y9 = 1 if lambda > 0 else 2", f"`... if ... else` {PYTHON}", "write: x > 0 ? 1 : 2"),
        ("const sq = [x**2 for x in w]", f"`for ... in` {PYTHON}", "write: list.map((x) => x ** 2)"),
        ("w[1:3]", f"`[...:...]` {PYTHON}", "write: list.slice(1, 3)"),
        ("x, y = 1, 2", f"`a, b = ...` {PYTHON}", "write: let [a, b] = [1, 2]"),
        ("lambda is None", f"`is` {PYTHON}", "write: a === b"),
        ("class A9 { def __init__(self, x): self.x = x }", f"`def` {PYTHON}", "write: function f"),
        ("isinstance(lambda, int)", f"`isinstance` {PYTHON}", 'typeof x === "number"'),
        ("int n = 3;", "`int` declares nothing here", "write: let n = ..."),
        ("func f(x: number) { }", "`func` is written so in other languages", "write: function f(x: number) { return x }"),
        ("if (lambda > 0) then { 1 }", "`then` is written so in other languages", "write: if (...) { ... } else { ... }"),
        ("if (lambda =< 0) { }", "`=<` is written so in other languages", "write: <="),
        ("x <- 3; x", "`<-` is written so in R", "write: let x = ..."),
        ("TRUE", "`TRUE` is written so in R", "write: true"),
        ('println("x")', "`println` is written so in other languages", "write: console.log(...)"),
        ("%matplotlib inline", "`%matplotlib` is a command of Python's notebooks", "what is for a terminal"),
        ("!pip install numpy", "`!pip` is a command of Python's notebooks", "what is for a terminal"),
        ("npm install lodash", "`npm` is a command for a terminal", "type it in a terminal"),
        # What is missing, and where: first "`;` is missing here, or something before it".
        ('console.log("a"', "this `(` is not closed", "write `)` where it ends"),
        ("const pts = [[1, 2], [3, 4]\nconsole.log(pts)", "this `[` is not closed before the next line begins", "write `]` where it ends"),
        ("const x9 = 3)", "`)` closes nothing: no `(` is open here", "leave it out"),
        ('console.log "x"', "between `console.log` and `\"x\"` something is missing", 'to call a function, write: console.log("x")'),
        ("const my-rate = 0.1", "a name has letters, digits and _ in it, and no -", "write: myRate"),
        ("const 2nd = 0.1", "a name does not begin with a digit", "begin with a letter"),
        ("const f9(x: number) = x + 1", "a function that is given to a name is written with =>", "write: const f9 = (x: number) => ..."),
        ("w.map(x: number => x * 2)", "a parameter with a type stands in brackets", "write: (x: number) => ..."),
        ("const f9 = (x: number) -> x + 1", "a function is written with =>, not with ->", "write: (x: number) => x + 1"),
        ("const s9 = “a”", "`“` is no sign of the language", "a text stands between"),
        ("1 ≤ 2", "`≤` is no sign of the language", "write: <="),
        ("import numpy", '"numpy" is a module of Python', "lists of numbers are written [1, 2]"),
        ("class F9 { let x = 3; }", "in a class stands no `let`", "write: x = 3;"),
        ("class M9 { function area() { return 1 } }", "in a class stands no `function`", "write: area() { ... }"),
        ("/* a note", "a comment that begins with /* has no end", "it ends with */"),
        ("const t9 = `abc", "a text that begins with ` has no end", "it ends with the same sign, `"),
        ("const k9: = 3", "after the colon stands what kind of value it is", "or leave the colon out"),
        ("const d9 = 2lambda", "between a number and a name stands a sign", "write: 2 * x"),
        ("const d8 = 012", "a number does not begin with 0", "leave the 0 out"),
        ("try { w }", "after `try { ... }` follows `catch` or `finally`", "catch (error) { ... }"),
        ("const e9 = [1; 2]", "what stands in brackets is divided by commas, and not by ;", "write , in its place"),
        ("const { } } = 3", "`}` closes nothing: no `{` is open here", "leave it out"),
        # One kind where another is wanted: first types of 100 characters.
        ('descend("x^2", momentum, { start: -8, steps: 5 })', "a list of numbers is wanted here, and this is a number", "write: [1, 2]"),
        ('descend("x^2", momentum, { start: (-8, 1), steps: 5 })', "of values between commas in round brackets only the last counts", "[1, 2]"),
        ('descend("x^2", momentum, { start: { x: 1 }, steps: 5 })', "a list is wanted here, and this is an object", "write: [1, 2]"),
        ('descend("x^2", momentum, { start: [1], steps: 5, lr: 0.1 })', "nothing here is called `lr`", "it stands further in: hyper: { lambda: ... }"),
        ('descend("x^2", adam, { start: [1], steps: 5, hyper: { lambda: 0.1 } })', "nothing here is called `lambda`", "the learning rate is called eta here"),
        ('descend("x^2", momentum, { start: [1], steps: 5, hyper: 0.1 })', "an object is wanted here, and this is a number", "write: { lambda: ..., alpha: ... }"),
        ('descend("x^2", momentum, { start: [1], steps: 5, schedule: "constant" })', "a Schedule is wanted here, and this is a text", "schedules.constant(...)"),
        ('descend("x^2", momentum, { start: [1], steps: 5, schedule: schedules.exponential })', "a Schedule is wanted here, and this is a function", "call it: schedules.exponential(...)"),
        ("descend((x) => x ** 2, momentum, { start: [1], steps: 5 })", "a text, an Objective or a PlainObjective is wanted here, and this is a function", '"x^2 + y^2"'),
        ("descend(w, momentum, { start: [1], steps: 5 })", "a text, an Objective or a PlainObjective is wanted here", '"x^2 + y^2"'),
        ('descend("x^2", sgd, { start: [1], steps: 5 })', "there is no `sgd` here", "the lesson library calls it gradientDescent"),
        ("ask(momentum/furthest)", "a text is wanted here, and this is a number", 'write it between quotes: "momentum/furthest"'),
        ("Math.max(w)", "a number is wanted here, and this is a list of numbers", "write: ...w"),
        ("const n9: number = null", "a number is wanted here, and this is null", "number | null"),
        ("const v9: String = 3", "a String is wanted here, and this is a number", "with a small letter: string"),
        # Names and properties.
        ("cbrt(8)", "there is no `cbrt` here", "write: Math.cbrt"),
        ("max(w)", "there is no `max` here", "write: Math.max(...w)"),
        ('descend("x^2", momentum, { start: [1], steps: 3 }).loss', "a Trace has no `loss`", "did you mean `losses`?"),
        ("w.len", "`w` has no `len`: it is a list", "`len` is written .length here"),
        ("adam.eta", "`adam` has no `eta`", "further in there is adam.hyperparameters.eta"),
        ("const o9 = { a: 1 }; for (const k in o9) { o9[k] }", "`k` may be any text, and `o9` has only `a`", "Record<string, number>"),
        ("const o8 = { a: 1 }; for (const k of o8) { }", "`o8` is an object, and only lists, texts, maps and sets can be gone through", "Object.entries(o8)"),
        ("const o7 = { a: 1 }; o7.b = 3", "`o7` has no `b`", "write it where the object is made: { b: ... }"),
        ("const r9: readonly number[] = w; r9.push(3)", "`r9` is a list that cannot be changed", "const copy = [...r9]"),
        ("class D9 { constructor(x: number) { this.x = x } }", "the class has no `x`", "declare it at the top of the class: x: number;"),
        ("class K9 { x = 3 }\nK9()", "`K9` is a class", "write: new K9(...)"),
        ("class L9 { x = 3 }\nL9.x", "the class has no `x`: the objects made with it have", "write: new L9(...).x"),
        ("class H9 { x = 3; get() { return x } }", "there is no `x` here", "the class has it; write: this.x"),
        ("new momentum()", "`momentum` is a Rule, not a class", "leave `new` out"),
        ('const step: StepOf<"momentum/rule"> = ({ w, m, g }) => { }', "there is no `StepOf` here", "import { type StepOf }"),
        ("later9 + 1; const later9 = 3;", "`later9` is declared further down", "move its declaration up"),
        ("if (0 < lambda < 1) { }", "one comparison has two sides, and this has three", "write: 0 < lambda && lambda < 1"),
        ("if (lambda => 0) { }", "=> makes a function, and compares nothing", "write: >="),
        ("w.map((x) = x * 2)", "a function is written with =>, not with =", "write: (x) => x * 2"),
        ("const f7 = () => { await fetch('x') }", "`await` stands only in a function that begins with `async`", "write: async () => { ... }"),
        ("-2 ** 2", "it is not plain what belongs to `**`", "write: -(2 ** 2), or (-2) ** 2"),
        ("w === [1, 2]", "lists and objects are equal only to themselves", "a.every((x, i) => x === b[i])"),
    ],
)
def test_a_slip_is_answered_once_and_in_words(words, code, reason, help):
    traceback = words.run(code).traceback
    assert reason in traceback
    assert help in traceback
    assert traceback.count("TypeScriptError") == 1, traceback


def test_what_newer_nodes_have_is_told_with_the_node(words):
    node = int(words.value("process.versions.node.split('.')[0]").strip("'"))
    if node == 20:
        assert "Node 20 has no `groupBy`\n  Help: Node 22 and later have it" in words.run("Object.groupBy(w, (x: number) => 'a')").traceback
        assert 'Node 20 has no module "node:sqlite"' in words.run('import { DatabaseSync } from "node:sqlite"').traceback
    assert "npm install" not in words.run('import { nothing } from "node:nothing"').traceback


def test_a_name_from_a_cell_that_failed_names_the_cell(words):
    failed = words.run("const lost: number = 'text'").reply["execution_count"]
    assert f"cell {failed} did not run to its end: mend it and run it again" in words.run("lost + 1").traceback
    thrown = words.run("const before = 1; throw new Error('x'); const after = 2").reply["execution_count"]
    assert words.value("before") == "1"
    assert f"cell {thrown} did not run" in words.run("after").traceback
    words.run("const lost = 1")
    assert words.value("lost") == "1"


def test_the_caret_stands_at_the_option(words):
    ran = words.run('descend("x^2", momentum, {\n  start: [1],\n  steps: 5,\n  hyper: { lambda: 0.1, alpha: 1.2 },\n})')
    assert ran.traceback.split("\n")[2:5] == [
        "  3 |   steps: 5,",
        "  4 |   hyper: { lambda: 0.1, alpha: 1.2 },",
        "    |                         ^^^^^",
    ]
    assert "fall-line)" not in ran.traceback


@pytest.mark.parametrize("code", ["let fx: any; fx(1)", "let model: any = {}; model.predict(1)", "let tag: any; tag`a`", "let o: any; o.x", "let K: any = 1; new K()"])
def test_no_name_of_the_machinery_shows(words, code):
    traceback = words.run(code).traceback
    assert "__" not in traceback
    assert "Help: " in traceback or "constructor" in traceback


def test_an_error_class_of_the_students_keeps_its_name_and_fields(words):
    ran = words.run('class LossError extends Error { constructor(readonly loss: number) { super("too large") } }\nthrow new LossError(0.5)')
    assert ran.error["ename"] == "LossError"
    assert ran.traceback.split("\n")[:2] == ["LossError: too large", "  loss: 0.5"]


def test_repeated_calls_are_folded(words):
    ran = words.run("function even(n: number): boolean { return odd(n + 1) }\nfunction odd(n: number): boolean { return even(n + 1) }\neven(0)")
    assert len(ran.traceback.split("\n")) < 12
    assert "... and so on" in ran.traceback


def test_long_types_are_cut_to_what_differs(words):
    ran = words.run(
        "let zz: { hyper: { lambda: number; alpha: number }; steps: number; start: number[]; other: { deep: string } };\n"
        "const given = { hyper: { lambda: 1, alpha: 2 }, steps: 1, start: [1], other: { deep: 3 } }; zz = given"
    )
    assert "Type 'number' is not assignable to type 'string'." in ran.traceback
    assert max(len(line) for line in ran.traceback.split("\n") if "assignable" in line) < 150


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("for (let i = 0, n = Math.max(1, 2); i < n; i++) { w.map(Number }", "this `(` is not closed before the `}`"),
        ("1 = w", "what stands left of `=` must be a name or a place"),
        ('if (lambda === "a") { }', "a number and a text are compared, and are never the same"),
    ],
)
def test_nothing_false_is_said_of_what_looks_alike(words, code, reason):
    assert reason in words.run(code).traceback


@pytest.mark.parametrize("name", ["Math", "JSON", "Map"])
def test_what_the_kernel_works_with_is_put_back(words, name):
    assert f"{name}: put back" in words.run(f"delete (globalThis as any).{name}").printed("stderr")
    assert words.value("Math.sqrt(4)") == "2"


def test_an_object_alone_is_an_object(words):
    assert words.value("{a: 1, b: 2}") == "{ a: 1, b: 2 }"
    assert words.value("{ w, g }") == "{ w: [ 1, 2 ], g: [ 3, 4 ] }"
    assert words.run("{ const inner = 3; console.log(inner) }").printed() == "3\n"
    frame = words.run("{a: 1, b: nix}").traceback.split("\n")
    assert frame[2].index("^") == frame[1].index("nix")


def test_the_names_of_errors_are_in_the_pages_own_colour(words):
    assert "\x1b[31m" not in "".join(words.run("throw new Error('x')").error["traceback"])


@pytest.mark.parametrize(
    ("code", "note"),
    [
        ("let n5 = 5 // 2; n5", "`// 2; n5` is a comment and divides nothing; to divide and round down, write: Math.floor(5 / 2)"),
        ("let n7 = 1; if (n7 = 3) { n7 = 4 }", "`n7 = 3` does not compare but gives `n7` a new value; to compare, write: n7 === 3"),
        ("for (let i = 0; i < 3; i++); { w.length }", "the `;` right after `for (...)` ends it"),
        ('console.log("rate: ${lambda}")', "`${lambda}` stays as it is in a text"),
        ("w[-1]", "counted from the end, write: w.at(-1)"),
        ("w.map(function (x) { x * 2 })", "`x * 2` is computed, and the function gives it to nobody; write: return x * 2"),
        ('import rmsprop from "fall-line"', "`rmsprop` is now the whole lesson library"),
        ("const p7 = [1].map((x) => x^2)", "`x^2` is no power: ^ works on whole numbers bit by bit; a power is written x ** 2"),
    ],
)
def test_what_runs_and_is_seldom_meant_is_noted(words, code, note):
    ran = words.run(code)
    assert ran.status == "ok"
    assert note in ran.printed("stderr")


@pytest.mark.parametrize("code", ["w.length // 2", "const n8 = lambda // the rate", "const n9 = 5; // 2", "if (lambda === 3) { }", "'a // 2; b'"])
def test_nothing_is_noted_of_what_is_meant(words, code):
    assert words.run(code).printed("stderr") == ""
