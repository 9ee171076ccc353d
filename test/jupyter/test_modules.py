"""Files beside the notebook, and packages. All lie in one folder, with one kernel, so each test has names of its own."""

import json

import pytest


@pytest.mark.parametrize(
    ("name", "text", "changed"),
    [
        ("plain.ts", "export const n: number = 1;", "export const n: number = 2;"),
        ("typed.mts", "export const n: number = 1;", "export const n: number = 2;"),
        ("marked.tsx", "export const n: number = 1;", "export const n: number = 2;"),
        ("untyped.js", "export const n = 1;", "export const n = 2;"),
        ("module.mjs", "export const n = 1;", "export const n = 2;"),
        ("common.js", "exports.n = 1;", "exports.n = 2;"),
        ("data.json", '{"n": 1}', '{"n": 2}'),
    ],
)
def test_a_file_beside_the_notebook_is_read_again_when_it_changed(kernel, folder, name, text, changed):
    specifier = {"typed.mts": "./typed.mjs", "marked.tsx": "./marked"}.get(name, f"./{name}")
    how = f'import d from "{specifier}" with {{ type: "json" }}; d.n' if name.endswith("json") else f'import {{ n }} from "{specifier}"; n'
    (folder / name).write_text(text)
    assert kernel.value(how) == "1"
    (folder / name).write_text(changed + " " * 9)
    assert kernel.value(how) == "2"


def test_a_module_that_awaits_at_its_top_is_waited_for_with_those_that_import_it(kernel, folder):
    (folder / "slow.ts").write_text("await new Promise((r) => setTimeout(r, 20));\nexport const n = 3;\n")
    (folder / "waiting.ts").write_text('import { n } from "./slow.ts";\nexport const twice = 2 * n;\n')
    assert kernel.value('import { twice } from "./waiting.ts"; twice') == "6"
    assert kernel.value('(await import("./slow.ts")).n') == "3"
    (folder / "awaiting.ts").write_text("await 1; export {};")
    assert "awaits something at its top" in kernel.run("require('./awaiting.ts')").error["evalue"]


def test_what_is_imported_may_be_a_variable(kernel, folder):
    (folder / "variable.ts").write_text("export const who: string = 'a';\n")
    assert kernel.value('const which = "./variable.ts"; (await import(which)).who') == "'a'"
    assert kernel.value('const os = "node:os"; typeof (await import(os)).cpus') == "'function'"


def test_a_module_knows_its_place_and_imports_later(kernel, folder):
    (folder / "place.ts").write_text('export const where = import.meta.dirname;\nexport const later = () => import("./further.ts");\n')
    (folder / "further.ts").write_text("export const b = 4;\n")
    assert kernel.value('import { where, later } from "./place.ts"; [where, (await later()).b]') == f"[ '{folder}', 4 ]"


def package(folder, name, manifest, **files):
    place = folder / "node_modules" / name
    place.mkdir(parents=True)
    (place / "package.json").write_text(json.dumps({"name": name, "version": "1.0.0", **manifest}))
    for file, text in files.items():
        (place / file.replace("_", ".")).write_text(text)


def test_packages_are_found_by_their_exports(kernel, folder):
    package(
        folder,
        "mapped",
        {"type": "module", "exports": {"./number": {"types": "./n.d.ts", "default": "./n.js"}}},
        n_d_ts="export declare const n: number;\n",
        n_js="export const n = 5;\n",
    )
    assert kernel.value('import { n } from "mapped/number"; n.toFixed(0)') == "'5'"


def test_a_module_in_javascript_is_not_held_to_types(kernel, folder):
    (folder / "loose.js").write_text("export function twice(x) { return 2 * x }\n")
    assert kernel.value('import { twice } from "./loose.js"; twice(4)') == "8"
