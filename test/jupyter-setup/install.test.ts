import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, test } from "vitest";
import { commandFile, commandText, isOurs } from "../../src/jupyter/install/command-file.ts";
import { filesIn, nameOf } from "../../src/jupyter/install/contents.ts";
import { OpenFiles } from "../../src/jupyter/install/open-files.ts";
import { contentsOfRelease, keepReleases, layRelease } from "../../src/jupyter/install/release.ts";
import { putIn, takeOut } from "../../src/jupyter/install/server-setting.ts";

let folder = "";
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "install-")));
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
const modeOf = (path: string): number => statSync(path).mode & 0o777;

describe("files that everybody can read", () => {
  it("are written whatever the umask, with the folders that they need, which are known", () => {
    const before = process.umask(0o077);
    const files = new OpenFiles();
    try {
      files.write(at("a/b/file"), "text");
      files.writeProgram(at("a/program"), "text");
      files.writeJson(at("a/json"), { a: 1 });
    } finally {
      process.umask(before);
    }
    expect([at("a"), at("a/b"), at("a/b/file"), at("a/program"), at("a/json")].map(modeOf)).toEqual([
      0o755, 0o755, 0o644, 0o755, 0o644,
    ]);
    expect(files.madeFolders).toEqual([at("a"), at("a/b")]);
    expect(readFileSync(at("a/json"), "utf8")).toBe('{\n  "a": 1\n}\n');
    expect(files.changed).toBe(true);
  });

  it("are left where they are as they should be", () => {
    put("file", "text");
    const files = new OpenFiles();
    files.write(at("file"), "text");
    files.folder(folder);
    expect([files.changed, files.madeFolders]).toEqual([false, []]);
    put("file.new", "left over");
    files.write(at("file"), "other");
    expect([files.changed, readFileSync(at("file"), "utf8"), existsSync(at("file.new"))]).toEqual([
      true,
      "other",
      false,
    ]);
  });

  it("are copied by name, with the second in which they were written", () => {
    const from = put("from", "text", 0o600);
    utimesSync(from, 1_700_000_000.75, 1_700_000_000.75);
    new OpenFiles().copyAll(new Map([["deep/to", from]]), at("copy"));
    expect(readFileSync(at("copy/deep/to"), "utf8")).toBe("text");
    expect([statSync(at("copy/deep/to")).mtimeMs, modeOf(at("copy/deep/to"))]).toEqual([
      1_700_000_000_000, 0o644,
    ]);
  });

  it("are opened where they were closed", () => {
    const path = put("closed", "", 0o600);
    new OpenFiles().open(path);
    expect(modeOf(path)).toBe(0o644);
  });

  it("take the place of a folder whole", () => {
    put("fresh/new");
    put("place/old");
    const files = new OpenFiles();
    files.exchange(at("fresh"), at("place"));
    expect(files.changed).toBe(true);
    expect([
      existsSync(at("place/new")),
      existsSync(at("place/old")),
      existsSync(at("fresh")),
      existsSync(at("fresh.old")),
    ]).toEqual([true, false, false, false]);
    put("fresh/newer");
    files.exchange(at("fresh"), at("other/place"));
    expect(existsSync(at("other/place/newer"))).toBe(true);
  });
});

describe("a release", () => {
  it("is what is in folders, by names in order, of which some may be taken", () => {
    put("from/b.txt", "b");
    put("from/a/c.txt", "c");
    put("from/skip.md", "d");
    const isText = (name: string): boolean => name.endsWith(".txt");
    expect(filesIn(at("from"), "to", isText)).toEqual([
      ["to/a/c.txt", at("from/a/c.txt")],
      ["to/b.txt", at("from/b.txt")],
    ]);
    expect(filesIn(at("from"), "").map(([name]) => name)).toEqual(["a/c.txt", "b.txt", "skip.md"]);
  });

  it("holds what kernels and commands need, and of zeromq what this system needs", () => {
    const own = `node_modules/zeromq/build/${process.platform}/${process.arch}/addon.node`;
    const expected = [
      ["package.json", "package.json"],
      ["fall-line.js", "dist/installed.js"],
      ["index.js", "library/index.js"],
      ["index.d.ts", "library/index.d.ts"],
      ["former-names.json", "library/former-names.json"],
      ["kernel/main.js", "kernel/main.js"],
      ["notebooks/01-a.ipynb", "notebooks/01-a.ipynb"],
      ["papermill/entry.py", "src/jupyter/papermill/entry.py"],
      ...[
        "node_modules/zeromq/LICENSE.txt",
        "node_modules/zeromq/build/manifest.json",
        own,
        "node_modules/zeromq/lib/index.js",
        "node_modules/zeromq/package.json",
        "node_modules/cmake-ts/package.json",
        "node_modules/cmake-ts/build/loader.js",
      ].map((name) => [name, name] as const),
    ] as const;
    for (const [, from] of expected) put(from);
    for (const left of [
      "kernel/node-v20.blob",
      "notebooks/README.md",
      "src/jupyter/papermill/__pycache__/entry.pyc",
      "node_modules/zeromq/build/other/x64/addon.node",
      "node_modules/zeromq/lib/index.d.ts",
      "node_modules/zeromq/src/index.js",
      "node_modules/cmake-ts/build/main.js",
    ])
      put(left);
    const product = { library: at("library/index.js"), kernel: at("kernel"), notebooks: at("notebooks") };
    expect(Object.fromEntries(contentsOfRelease(folder, product))).toEqual(
      Object.fromEntries(expected.map(([name, from]) => [name, at(from)])),
    );
  });

  it("is named after its content", () => {
    const name = (...files: [string, string][]): string =>
      nameOf(new Map(files.map(([one, text]) => [one, put(`x/${one}`, text)])));
    const one = name(["a", "text"]);
    expect(one).toMatch(/^[0-9a-f]{12}$/);
    expect(name(["a", "text"])).toBe(one);
    expect(
      new Set([one, name(["b", "text"]), name(["a", "texts"]), name(["a", "text"], ["b", ""])]).size,
    ).toBe(4);
  });

  it("is laid whole, once, and what an earlier try left is swept away", () => {
    const contents = new Map([["file", put("from", "text")]]);
    put("releases/.new-1/half");
    const files = new OpenFiles();
    expect(layRelease(files, at("releases"), "1.0", contents)).toBe(at("releases/1.0"));
    expect([
      readFileSync(at("releases/1.0/file"), "utf8"),
      existsSync(at("releases/.new-1")),
      files.changed,
    ]).toEqual(["text", false, true]);
    const again = new OpenFiles();
    expect(layRelease(again, at("releases"), "1.0", new Map([["other", at("from")]]))).toBe(
      at("releases/1.0"),
    );
    expect([existsSync(at("releases/1.0/other")), again.changed]).toEqual([false, false]);
    put("releases/0.9/file");
    put("releases/0.8/file");
    keepReleases(at("releases"), ["1.0", "0.9"]);
    expect(["1.0", "0.9", "0.8"].map((name) => existsSync(at("releases", name)))).toEqual([
      true,
      true,
      false,
    ]);
  });
});

describe("the server's setting", () => {
  const setting = (): unknown => JSON.parse(readFileSync(at("config.json"), "utf8"));

  it("is put in beside what is there, and taken out again", () => {
    put("config.json", '{ "ServerApp": { "a": 1 }, "LanguageServerManager": { "b": 2 } }', 0o640);
    const files = new OpenFiles();
    expect(putIn(files, at("config.json"))).toBe(true);
    expect(setting()).toEqual({ ServerApp: { a: 1 }, LanguageServerManager: { b: 2, autodetect: false } });
    expect([files.changed, modeOf(at("config.json"))]).toEqual([true, 0o640]);
    takeOut(at("config.json"));
    expect(setting()).toEqual({ ServerApp: { a: 1 }, LanguageServerManager: { b: 2 } });
    expect(modeOf(at("config.json"))).toBe(0o640);
  });

  it("is a file of its own where there was none, and goes with it", () => {
    expect(putIn(new OpenFiles(), at("config.json"))).toBe(true);
    expect([setting(), modeOf(at("config.json"))]).toEqual([
      { LanguageServerManager: { autodetect: false } },
      0o644,
    ]);
    takeOut(at("config.json"));
    expect(existsSync(at("config.json"))).toBe(false);
    takeOut(at("config.json"));
  });

  it("leaves a section out that would be empty", () => {
    put("config.json", '{ "a": 1, "LanguageServerManager": { "autodetect": false } }');
    takeOut(at("config.json"));
    expect(setting()).toEqual({ a: 1 });
  });

  it.each([true, false])("that somebody has set to %s stays", (theirs) => {
    put("config.json", JSON.stringify({ LanguageServerManager: { autodetect: theirs } }));
    const files = new OpenFiles();
    expect([putIn(files, at("config.json")), files.changed]).toEqual([false, false]);
    if (theirs) takeOut(at("config.json"));
    expect(setting()).toEqual({ LanguageServerManager: { autodetect: theirs } });
  });

  it("is not put into what is no JSON", () => {
    put("config.json", "{");
    expect(() => putIn(new OpenFiles(), at("config.json"))).toThrow(`${at("config.json")} is not JSON`);
  });
});

test.skipIf(process.platform === "win32")(
  "the command runs the release's program, whatever stands in its paths",
  () => {
    expect([commandFile("/bin", "linux"), commandFile("/bin", "win32")]).toEqual([
      "/bin/fall-line",
      "/bin/fall-line.cmd",
    ]);
    expect(commandText("C:\\a b\\node.exe", "C:\\fall-line.js", "win32")).toMatch(
      /^@rem .*\r\n@"C:\\a b\\node\.exe" "C:\\fall-line\.js" %\*\r\n$/,
    );
    const text = commandText("/a b/node", "/it's/o'er/fall-line.js");
    expect(text).toMatch(
      /^#!\/bin\/sh\n# .*\nexec '\/a b\/node' '\/it'\\''s\/o'\\''er\/fall-line\.js' "\$@"\n$/,
    );
    expect([isOurs(put("ours", text)), isOurs(put("theirs", "#!/bin/sh\n")), isOurs(at("none"))]).toEqual([
      true,
      false,
      false,
    ]);
  },
);
