import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { pythonBeside } from "../../src/jupyter/chosen.ts";
import { closedToOthers } from "../../src/jupyter/install/others.ts";
import { prefixPlaces, pythonOnPath, userPlaces } from "../../src/jupyter/install/places.ts";

let folder = "";
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "places-")));
  chmodSync(folder, 0o755);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = (...parts: string[]): string => join(folder, ...parts);
function put(name: string, text = "", mode = 0o644): string {
  mkdirSync(join(at(name), ".."), { recursive: true });
  writeFileSync(at(name), text);
  chmodSync(at(name), mode);
  return at(name);
}

describe("where an installation goes", () => {
  it.each<[string, NodeJS.Platform, Record<string, string>, string, string]>([
    ["Linux", "linux", {}, "/home/a/.local/share/jupyter", "/home/a/.jupyter"],
    ["Linux with data elsewhere", "linux", { XDG_DATA_HOME: "/data" }, "/data/jupyter", "/home/a/.jupyter"],
    [
      "Linux with no such place",
      "linux",
      { XDG_DATA_HOME: "" },
      "/home/a/.local/share/jupyter",
      "/home/a/.jupyter",
    ],
    ["a Mac", "darwin", { XDG_DATA_HOME: "/data" }, "/home/a/Library/Jupyter", "/home/a/.jupyter"],
    ["Windows", "win32", { APPDATA: "/roaming" }, "/roaming/jupyter", "/home/a/.jupyter"],
    ["Windows without APPDATA", "win32", {}, "/home/a/AppData/Roaming/jupyter", "/home/a/.jupyter"],
    ["a Jupyter that is told", "darwin", { JUPYTER_DATA_DIR: "/d", JUPYTER_CONFIG_DIR: "/c" }, "/d", "/c"],
  ])("of one user on %s", (_, platform, environment, data, config) => {
    expect(userPlaces(environment, platform, "/home/a")).toEqual({ data, config, shared: false });
  });

  it("of all of a prefix", () => {
    expect(prefixPlaces("/opt", "linux")).toEqual({
      data: "/opt/share/jupyter",
      config: "/opt/etc/jupyter",
      commands: "/opt/bin",
      shared: true,
    });
    expect(prefixPlaces("/opt", "win32").commands).toBe("/opt/Scripts");
  });
});

describe.skipIf(process.platform === "win32")("what others may not use", () => {
  it("is told by the first thing on the way that is closed, itself included", () => {
    const file = put("a/b/file");
    expect(closedToOthers(file)).toBeUndefined();
    chmodSync(file, 0o640);
    expect(closedToOthers(file)).toEqual({ path: file, mode: "640" });
    expect(closedToOthers(file, "win32")).toBeUndefined();
    chmodSync(at("a"), 0o750);
    expect(closedToOthers(file)).toEqual({ path: at("a"), mode: "750" });
    chmodSync(at("a"), 0o711);
    chmodSync(file, 0o644);
    expect(closedToOthers(file), "a folder on the way need not be read").toBeUndefined();
    expect(closedToOthers(at("a")), "one at its end must be").toEqual({ path: at("a"), mode: "711" });
  });

  it("is a program that they may read and not run", () => {
    const program = put("program", "", 0o754);
    expect(closedToOthers(program)).toEqual({ path: program, mode: "754" });
    chmodSync(program, 0o755);
    expect(closedToOthers(program)).toBeUndefined();
  });

  it("is on the way that a link leads", () => {
    const file = put("far/file");
    symlinkSync(at("far"), at("link"));
    expect(closedToOthers(at("link", "file"))).toBeUndefined();
    chmodSync(at("far"), 0o700);
    expect(closedToOthers(at("link", "file"))).toEqual({ path: at("far"), mode: "700" });
    symlinkSync("far/file", at("near"));
    expect(closedToOthers(at("near"))).toEqual({ path: at("far"), mode: "700" });
    expect(file).toBe(at("far", "file"));
  });
});

describe.skipIf(process.platform === "win32")("the Python of a program", () => {
  it("is the one that its first line names, if that is there, or the one beside it", () => {
    const own = put("env/bin/python");
    const named = put("far/python3.12");
    expect(pythonBeside(put("env/bin/jupyter", `#! ${named}  \n`), at("env/bin/jupyter"))).toBe(named);
    for (const first of [`#!${at("none/python")}`, "#!/bin/sh", `#!${named} -s`])
      expect(pythonBeside(put("env/bin/jupyter", `${first}\n`), at("env/bin/jupyter"))).toBe(own);
    expect(pythonBeside(put("other/jupyter"), at("other/jupyter"))).toBeUndefined();
  });

  it("is itself where it is one, and not what it links to", () => {
    const real = put("usr/python3.12");
    expect(pythonBeside(real, at("env/bin/python"))).toBe(at("env/bin/python"));
    expect(pythonBeside(at("usr"), at("usr"))).toBeUndefined();
    for (const name of ["python.exe", "Scripts/python.exe", "bin/python"]) {
      const python = put(`conda/${name}`);
      expect(pythonBeside(at("conda"), at("conda"))).toBe(python);
    }
    const jupyter = put("win/a/jupyter");
    for (const name of ["python.exe", "a/python.exe", "a/python3", "a/python"]) {
      const python = put(`win/${name}`);
      expect(pythonBeside(jupyter, jupyter)).toBe(python);
    }
  });

  it("is looked for on the PATH, in its order", () => {
    const python = put("one/python");
    put("one/papermill");
    put("two/python");
    put("two/papermill");
    expect(pythonOnPath("papermill", [at("none"), at("one"), at("two")].join(":"))).toBe(python);
    expect(pythonOnPath("papermill", at("none"))).toBeUndefined();
  });
});
