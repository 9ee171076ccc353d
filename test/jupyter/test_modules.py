"""Files beside the notebook, and packages."""

import json

import pytest


@pytest.mark.parametrize(
    ("name", "text", "changed"),
    [
        ("part.ts", "export const n: number = 1;", "export const n: number = 2;"),
        ("part.mts", "export const n: number = 1;", "export const n: number = 2;"),
        ("part.tsx", "export const n: number = 1;", "export const n: number = 2;"),
        ("part.js", "export const n = 1;", "export const n = 2;"),
        ("part.mjs", "export const n = 1;", "export const n = 2;"),
        ("part.js", "exports.n = 1;", "exports.n = 2;"),
        ("part.json", '{"n": 1}', '{"n": 2}'),
    ],
)
def test_a_file_beside_the_notebook_is_read_again_when_it_changed(fresh, tmp_path, name, text, changed):
    specifier = {"mts": "./part.mjs", "tsx": "./part"}.get(name.split(".")[1], f"./{name}")
    how = 'import d from "./part.json" with { type: "json" }; d.n' if name.endswith("json") else f'import {{ n }} from "{specifier}"; n'
    (tmp_path / name).write_text(text)
    assert fresh.value(how) == "1"
    (tmp_path / name).write_text(changed + " " * 9)
    assert fresh.value(how) == "2"


def test_a_module_that_awaits_at_its_top_is_waited_for_with_those_that_import_it(fresh, tmp_path):
    (tmp_path / "slow.ts").write_text("await new Promise((r) => setTimeout(r, 20));\nexport const n = 3;\n")
    (tmp_path / "outer.ts").write_text('import { n } from "./slow.ts";\nexport const twice = 2 * n;\n')
    assert fresh.value('import { twice } from "./outer.ts"; twice') == "6"
    assert fresh.value('(await import("./slow.ts")).n') == "3"
    (tmp_path / "other.ts").write_text("await 1; export {};")
    assert "awaits something at its top" in fresh.run("require('./other.ts')").error["evalue"]


def test_what_is_imported_may_be_a_variable(fresh, tmp_path):
    (tmp_path / "a.ts").write_text("export const who: string = 'a';\n")
    assert fresh.value('const which = "./a.ts"; (await import(which)).who') == "'a'"
    assert fresh.value('const os = "node:os"; typeof (await import(os)).cpus') == "'function'"


def test_a_module_knows_its_place_and_imports_later(fresh, tmp_path):
    (tmp_path / "a.ts").write_text('export const where = import.meta.dirname;\nexport const later = () => import("./b.ts");\n')
    (tmp_path / "b.ts").write_text("export const b = 4;\n")
    assert fresh.value('import { where, later } from "./a.ts"; [where, (await later()).b]') == f"[ '{tmp_path}', 4 ]"


def package(folder, name, manifest, **files):
    place = folder / "node_modules" / name
    place.mkdir(parents=True)
    (place / "package.json").write_text(json.dumps({"name": name, "version": "1.0.0", **manifest}))
    for file, text in files.items():
        (place / file.replace("_", ".")).write_text(text)


def test_packages_are_found_by_their_exports(fresh, tmp_path):
    package(
        tmp_path,
        "mapped",
        {"type": "module", "exports": {"./number": {"types": "./n.d.ts", "default": "./n.js"}}},
        n_d_ts="export declare const n: number;\n",
        n_js="export const n = 5;\n",
    )
    assert fresh.value('import { n } from "mapped/number"; n.toFixed(0)') == "'5'"


def test_a_module_in_javascript_is_not_held_to_types(fresh, tmp_path):
    (tmp_path / "plain.js").write_text("export function twice(x) { return 2 * x }\n")
    assert fresh.value('import { twice } from "./plain.js"; twice(4)') == "8"
