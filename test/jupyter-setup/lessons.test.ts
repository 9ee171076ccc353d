import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { layLessons, readLessons } from "../../src/jupyter/lessons.ts";

let source = "";
let folder = "";
beforeEach(() => {
  source = mkdtempSync(join(tmpdir(), "notebooks-"));
  folder = join(mkdtempSync(join(tmpdir(), "work-")), "my work");
  publish("01-a.ipynb", "first");
  publish("02-b.ipynb", "second");
});
afterEach(() => {
  rmSync(source, { recursive: true });
  rmSync(join(folder, ".."), { recursive: true });
});

function notebook(text: string): Record<string, unknown> {
  const cell = {
    cell_type: "code",
    id: "c1",
    metadata: {},
    outputs: [],
    execution_count: null,
    source: [text],
  };
  return { cells: [cell], metadata: {}, nbformat: 4, nbformat_minor: 5 };
}

const publish = (name: string, text: string) =>
  writeFileSync(join(source, name), JSON.stringify(notebook(text), undefined, 1));
const lay = () => layLessons(readLessons(source), folder);
const mine = (name: string) => readFileSync(join(folder, name), "utf8");
const change = (name: string, content: unknown) => writeFileSync(join(folder, name), JSON.stringify(content));
const files = () => readdirSync(folder).filter((name) => name.endsWith(".ipynb"));

describe("lessons in a student's folder", () => {
  it("are laid out in order", () => {
    expect(lay()).toEqual({ lessons: ["01-a.ipynb", "02-b.ipynb"], notices: [] });
    expect(files()).toEqual(["01-a.ipynb", "02-b.ipynb"]);
  });

  it("are replaced by newer ones where nobody touched them", () => {
    lay();
    publish("01-a.ipynb", "first, better");
    expect(lay().notices).toEqual([]);
    expect(mine("01-a.ipynb")).toContain("first, better");
    expect(files()).toHaveLength(2);
  });

  it("are never overwritten once touched: the newer one is laid beside, with a line, once", () => {
    lay();
    change("01-a.ipynb", notebook("my answer"));
    expect(lay().notices).toEqual([]);
    publish("01-a.ipynb", "first, better");
    expect(lay().notices).toEqual([
      "01-a.ipynb was changed by you and stays as it is; its new version is 01-a-new.ipynb.",
    ]);
    expect(mine("01-a.ipynb")).toContain("my answer");
    expect(mine("01-a-new.ipynb")).toContain("first, better");
    expect(lay().notices).toEqual([]);
    expect(files()).toHaveLength(3);
  });

  it("keep the version beside up to date until it is touched itself", () => {
    lay();
    change("01-a.ipynb", notebook("my answer"));
    publish("01-a.ipynb", "v2");
    lay();
    publish("01-a.ipynb", "v3");
    lay();
    expect(mine("01-a-new.ipynb")).toContain("v3");
    change("01-a-new.ipynb", notebook("my other answer"));
    publish("01-a.ipynb", "v4");
    expect(lay().notices[0]).toContain("01-a-new2.ipynb");
    expect(mine("01-a-new.ipynb")).toContain("my other answer");
  });

  it("come back when they are deleted, but a version beside does not", () => {
    lay();
    rmSync(join(folder, "02-b.ipynb"));
    change("01-a.ipynb", notebook("my answer"));
    publish("01-a.ipynb", "v2");
    lay();
    rmSync(join(folder, "01-a-new.ipynb"));
    lay();
    expect(existsSync(join(folder, "02-b.ipynb"))).toBe(true);
    expect(existsSync(join(folder, "01-a-new.ipynb"))).toBe(false);
  });

  it("are untouched when JupyterLab only opened and saved them", () => {
    lay();
    const saved = notebook("first") as { metadata: object; cells: { source: unknown }[] };
    saved.metadata = {
      kernelspec: { name: "fall-line" },
      language_info: { name: "typescript", version: "5.0.4" },
    };
    saved.cells[0]!.source = "first";
    change("01-a.ipynb", saved);
    publish("01-a.ipynb", "first, better");
    expect(lay().notices).toEqual([]);
    expect(mine("01-a.ipynb")).toContain("first, better");
  });

  it("are touched when they were run, for the outputs are the student's", () => {
    lay();
    const ran = notebook("first") as { cells: { outputs: unknown }[] };
    ran.cells[0]!.outputs = [{ output_type: "stream", name: "stdout", text: ["1\n"] }];
    change("01-a.ipynb", ran);
    publish("01-a.ipynb", "first, better");
    expect(lay().notices).toHaveLength(1);
  });

  it("are safe when what was laid out is not known any more", () => {
    lay();
    change("01-a.ipynb", notebook("my answer"));
    for (const lost of ["", "{", "[]"]) {
      writeFileSync(join(folder, ".fall-line.json"), lost);
      publish("01-a.ipynb", `after ${lost}`);
      lay();
      expect(mine("01-a.ipynb")).toContain("my answer");
    }
  });

  it("are laid beside no second time when only that is not known any more", () => {
    lay();
    change("01-a.ipynb", notebook("mine"));
    publish("01-a.ipynb", "first, better");
    lay();
    rmSync(join(folder, ".fall-line.json"));
    lay();
    expect(files()).toEqual(["01-a-new.ipynb", "01-a.ipynb", "02-b.ipynb"]);
  });

  it("are known for what they are when laying them out was killed in between", () => {
    lay();
    const before = readFileSync(join(folder, ".fall-line.json"));
    publish("01-a.ipynb", "v2");
    lay();
    writeFileSync(join(folder, ".fall-line.json"), before);
    expect(lay().notices).toEqual([]);
    publish("01-a.ipynb", "v3");
    expect(lay().notices).toEqual([]);
    expect(mine("01-a.ipynb")).toContain("v3");
  });

  it("can be read by nobody else, whatever the umask", () => {
    const before = process.umask(0);
    try {
      lay();
    } finally {
      process.umask(before);
    }
    const modes = ["", ...readdirSync(folder)].map((name) => lstatSync(join(folder, name)).mode & 0o777);
    expect(modes).toEqual([0o700, 0o600, 0o600, 0o600]);
  });

  it.each<[mode: number, notices: number]>([
    [0o700, 0],
    [0o710, 1],
    [0o701, 1],
    [0o740, 1],
    [0o704, 1],
    [0o720, 1],
  ])("are closed to others where any of them could do anything (%o)", (mode, notices) => {
    mkdirSync(folder);
    writeFileSync(join(folder, ".fall-line.json"), "{}");
    chmodSync(folder, mode);
    expect(lay().notices).toHaveLength(notices);
    expect(lstatSync(folder).mode & 0o777).toBe(0o700);
  });

  it.skipIf(process.platform === "win32")("are not laid by root into the folder of another user", () => {
    mkdirSync(folder);
    if (process.getuid!() === 0) chownSync(folder, 12345, 12345);
    const { uid } = lstatSync(folder);
    const user = vi.spyOn(process as Required<typeof process>, "geteuid").mockReturnValue(0);
    expect(lay).toThrow(`${folder} belongs to the user with the number ${uid}, and you are root`);
    expect(readdirSync(folder)).toEqual([]);
    user.mockReturnValue(uid);
    lay();
    expect(files()).toHaveLength(2);
    user.mockRestore();
  });

  it("are closed to others, once, where an earlier release had left them open", () => {
    lay();
    const manifest = join(folder, ".fall-line.json");
    const { closed, ...earlier } = JSON.parse(readFileSync(manifest, "utf8")) as Record<string, unknown>;
    expect(closed).toBe(true);
    writeFileSync(manifest, JSON.stringify(earlier));
    chmodSync(folder, 0o755);
    expect(lay().notices).toEqual([`Other users of this machine could read ${folder}; now only you can.`]);
    expect(lstatSync(folder).mode & 0o777).toBe(0o700);
    // Who opens it after that has their reasons.
    chmodSync(folder, 0o750);
    expect(lay().notices).toEqual([]);
    expect(lstatSync(folder).mode & 0o777).toBe(0o750);
  });

  it("are closed to others where what was laid out cannot be read", () => {
    mkdirSync(folder);
    writeFileSync(join(folder, ".fall-line.json"), "torn");
    chmodSync(folder, 0o755);
    expect(lay().notices).toHaveLength(1);
  });

  it("leave a folder that the student chose as open as it was", () => {
    mkdirSync(folder, { mode: 0o755 });
    chmodSync(folder, 0o755);
    lay();
    lay();
    expect(lstatSync(folder).mode & 0o777).toBe(0o755);
  });

  it("close a folder of our own, whoever made it", () => {
    mkdirSync(folder, { mode: 0o755 });
    chmodSync(folder, 0o755);
    expect(layLessons(readLessons(source), folder, true).notices).toHaveLength(1);
    expect(lstatSync(folder).mode & 0o777).toBe(0o700);
  });

  it("follow no link: what it leads to stays as it is, and the lesson is laid beside the link", () => {
    const elsewhere = join(folder, "..", "elsewhere");
    mkdirSync(folder);
    writeFileSync(elsewhere, "not yours");
    for (const name of ["01-a.ipynb", "02-b.ipynb.new", ".fall-line.json", ".fall-line.json.new"])
      symlinkSync(elsewhere, join(folder, name));
    expect(lay().notices).toHaveLength(1);
    expect(readFileSync(elsewhere, "utf8")).toBe("not yours");
    expect(lstatSync(join(folder, "01-a.ipynb")).isSymbolicLink()).toBe(true);
    expect(mine("01-a-new.ipynb")).toContain("first");
    expect(lay().notices).toEqual([]);
  });

  it("leave a link that leads nowhere where it is", () => {
    mkdirSync(folder);
    symlinkSync(join(folder, "nowhere"), join(folder, "01-a.ipynb"));
    expect(lay().notices).toHaveLength(1);
    expect(lstatSync(join(folder, "01-a.ipynb")).isSymbolicLink()).toBe(true);
    expect(mine("01-a-new.ipynb")).toContain("first");
    expect(existsSync(join(folder, "nowhere"))).toBe(false);
  });

  it("are refused in one sentence where a file has the folder's name", () => {
    mkdirSync(join(folder, ".."), { recursive: true });
    writeFileSync(folder, "");
    expect(lay).toThrow(`A file is where a folder is needed: ${folder}`);
  });
});
