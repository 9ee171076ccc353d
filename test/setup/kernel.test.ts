import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join, sep } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { userPlaces } from "../../src/jupyter/install/places.ts";
import { isLong } from "../long.ts";
import { root, workbench } from "./project.ts";

const bench = workbench();
afterEach(() => bench.end());

describe("fall-line kernel", () => {
  it("installs into the user's account only when told so by name, and takes everything out again", async () => {
    const home = bench.folder();
    const jupyter = join(home, "jupyter");
    mkdirSync(join(jupyter, "kernels", "mine"), { recursive: true });
    writeFileSync(join(jupyter, "kernels", "mine", "kernel.json"), "{}");
    // A Python that says where its packages are, with a papermill beside it.
    const bin = join(home, "bin");
    const packages = join(home, "site-packages");
    for (const folder of [bin, packages]) mkdirSync(folder);
    writeFileSync(join(bin, "python"), `#!/bin/sh\necho "site-packages ${packages}"\n`, { mode: 0o755 });
    writeFileSync(join(bin, "papermill"), `#!${join(bin, "python")}\n`, { mode: 0o755 });
    const kernel = (...words: string[]) =>
      bench.fallLine(root, ["kernel", ...words], {
        JUPYTER_DATA_DIR: jupyter,
        JUPYTER_CONFIG_DIR: join(home, "config"),
        PATH: [bin, process.env["PATH"]].join(delimiter),
      });

    const unasked = kernel("install");
    expect(await unasked.ended).toBe(1);
    expect(unasked.output).toContain("kernel install writes outside the project folder");
    expect(unasked.output).toContain("npx fall-line kernel install --user");
    expect(readdirSync(join(jupyter, "kernels"))).toEqual(["mine"]);

    for (let time = 0; time < (isLong ? 2 : 1); time++)
      expect(await kernel("install", "--user", "--no-snapshot").ended).toBe(0);
    const spec = JSON.parse(readFileSync(join(jupyter, "kernels", "fall-line", "kernel.json"), "utf8")) as {
      argv: string[];
    };
    expect(spec.argv[0]).toBe(process.execPath);
    const program = spec.argv.at(-2)!;
    expect(program.startsWith(jupyter + sep) && existsSync(program)).toBe(true);
    expect(existsSync(join(jupyter, "labextensions", "fall-line", "package.json"))).toBe(true);
    const translator = readFileSync(join(packages, "fall-line.pth"), "utf8").trim();
    expect(existsSync(join(translator, "fall_line_papermill.py"))).toBe(true);

    expect(await kernel("uninstall").ended).toBe(0);
    expect(readdirSync(join(jupyter, "kernels"))).toEqual(["mine"]);
    expect(readdirSync(packages)).toEqual([]);
    expect(readdirSync(home).sort()).toEqual(["bin", "jupyter", "site-packages"]);
    expect(readdirSync(jupyter)).toEqual(["kernels"]);
  });

  it.each([
    ["linux", {}, join(sep, "home", "ada", ".local", "share", "jupyter")],
    ["linux", { XDG_DATA_HOME: join(sep, "data") }, join(sep, "data", "jupyter")],
    ["darwin", {}, join(sep, "home", "ada", "Library", "Jupyter")],
    ["win32", { APPDATA: join(sep, "roaming") }, join(sep, "roaming", "jupyter")],
    ["linux", { JUPYTER_DATA_DIR: join(sep, "chosen") }, join(sep, "chosen")],
  ] as const)("knows the user's Jupyter folder on %s with %j", (platform, environment, folder) => {
    expect(userPlaces(environment, platform, join(sep, "home", "ada")).data).toBe(folder);
  });
});
