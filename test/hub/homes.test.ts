import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { collect as collectCommand } from "../../src/cli/collect.ts";
import { lost } from "../../src/hub/homes/as-owner.ts";
import { collect } from "../../src/hub/homes/collect.ts";
import { handOut } from "../../src/hub/homes/hand-out.ts";
import { homesIn } from "../../src/hub/homes/homes.ts";
import { returnPages } from "../../src/hub/homes/return-pages.ts";
import { typed } from "../cli/session.ts";
import { buildProgram, give, isRoot, makeHome, owner, SAVED } from "./homes.ts";

const NOW = new Date("2026-03-02T12:00:00Z");

let place: string;
let homes: string;
let program: string;
// Nobody but its owner can look into it.
const closed = mkdtempSync(join(tmpdir(), "fall-line-program-"));
const out = (...parts: string[]): string => join(place, "out", ...parts);

beforeAll(async () => {
  program = await buildProgram(closed);
});
afterAll(() => rmSync(closed, { recursive: true, force: true }));
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), "fall-line-homes-"));
  chmodSync(place, 0o755);
  homes = join(place, "home");
  mkdirSync(homes);
});
afterEach(() => rmSync(place, { recursive: true, force: true }));

const home = (student: string, files: Readonly<Record<string, string>>, whose?: number): string =>
  makeHome(homes, student, files, whose);

const WANTED = { folder: "fall-line", lessons: ["03-momentum"] };
const all = () => homesIn(homes, program);
const take = () => collect(all(), WANTED, out(), NOW);

describe("collecting", () => {
  test("takes the lessons that were asked for, and newer ones beside them, as they were, with a receipt, and writes over none", () => {
    const ada = home("ada", {
      "03-momentum.ipynb": "mine",
      "03-momentum-new.ipynb": "newer",
      "03-momentum-notes.ipynb": "notes",
      "04-nesterov.ipynb": "another",
      "fall-line-progress.jsonl": "{}\n",
    });
    home("ben", { "04-nesterov.ipynb": "another" });
    mkdirSync(join(homes, ".hidden"));
    const before = readdirSync(ada).map((name) => `${name} ${statSync(join(ada, name)).mtimeMs}`);
    const files = ["03-momentum-new.ipynb", "03-momentum.ipynb", "fall-line-progress.jsonl"];
    expect(take()).toEqual([
      { student: "ada", files, faults: [] },
      { student: "ben", files: [], faults: [] },
    ]);
    expect(readdirSync(out())).toEqual(["ada"]);
    expect(readdirSync(out("ada")).sort()).toEqual([...files, "receipt.txt"]);
    expect(readFileSync(out("ada", "03-momentum.ipynb"), "utf8")).toBe("mine");
    expect(statSync(out("ada", "03-momentum.ipynb")).mtime).toEqual(SAVED);
    // `printf mine | sha256sum`
    expect(readFileSync(out("ada", "receipt.txt"), "utf8")).toContain(
      "03-momentum.ipynb\n  saved 2026-03-01T10:00:00.000Z, 4 bytes\n  SHA-256 3fd30542fe3f61b14bd4a4b2dc0b6fb30fa6f63ebce52dd1778aaa8c4dc02cff",
    );
    expect(readdirSync(ada).map((name) => `${name} ${statSync(join(ada, name)).mtimeMs}`)).toEqual(before);
    expect(take).toThrow(`There is something at --out already: ${out()}`);
    expect(readdirSync(place).sort()).toEqual(["home", "out"]);
  });

  test("follows no link, takes nobody else's file, and goes on with the next student", () => {
    const secret = join(place, "secret");
    writeFileSync(secret, "secret", { mode: 0o600 });
    symlinkSync(secret, join(home("ada", {}), "03-momentum.ipynb"));
    const elsewhere = home("ben", {});
    rmSync(elsewhere, { recursive: true });
    symlinkSync(place, elsewhere);
    give(elsewhere);
    const theirs = join(home("cy", {}), "03-momentum.ipynb");
    mkdirSync(theirs);
    home("dee", { "03-momentum.ipynb": "mine" });
    expect(take()).toEqual([
      {
        student: "ada",
        files: [],
        faults: ["03-momentum.ipynb: it is a link to another place, and is not followed"],
      },
      { student: "ben", files: [], faults: ["fall-line: it is no folder, and is not looked into"] },
      { student: "cy", files: [], faults: ["03-momentum.ipynb: it is no file"] },
      { student: "dee", files: ["03-momentum.ipynb"], faults: [] },
    ]);
    expect(readdirSync(out())).toEqual(["dee"]);
  });

  test.runIf(isRoot)("reads with the student's rights, and takes what is the student's alone", () => {
    const folder = home("ada", { "03-momentum.ipynb": "of another" });
    chownSync(join(folder, "03-momentum.ipynb"), owner + 1, owner + 1);
    home("root", { "03-momentum.ipynb": "of root" }, 0);
    expect(take()).toEqual([
      { student: "ada", files: [], faults: ["03-momentum.ipynb: it belongs to another user"] },
    ]);
  });

  test.runIf(isRoot)("believes a student's process nothing that could reach beyond the student's own", () => {
    home("ada", { "03-momentum.ipynb": "mine" });
    const saying = (text: string) => {
      const disturbed = join(closed, "disturbed.js");
      writeFileSync(disturbed, text);
      return collect(homesIn(homes, disturbed), WANTED, out(), NOW);
    };
    const fault = "the process that worked in it was ended, or disturbed";
    const says = (value: string) =>
      `require("fs").writeFileSync(1, require("v8").serialize({ answer: ${value} }))`;
    const one = (name: string) => says(`{ files: [{ name: "${name}", content: Buffer.from("x"), saved: new Date() }], faults: [] }`); // prettier-ignore
    for (const text of ["process.kill(process.pid, 'SIGKILL')", says("{ files: 1 }")]) {
      expect(saying(text)).toEqual([{ student: "ada", files: [], faults: [fault] }]);
      rmSync(out(), { recursive: true });
    }
    expect(saying(one("../elsewhere.ipynb"))).toEqual([{ student: "ada", files: [], faults: [] }]);
    expect(readdirSync(out())).toEqual([]);
  });

  test.runIf(isRoot)("is refused where students may not run the Node that would work for them", () => {
    home("ada", { "03-momentum.ipynb": "mine" });
    const { execPath } = process;
    try {
      process.execPath = program;
      expect(take).toThrow(`Students may not run ${program}: ${closed} is closed to them (permissions 700)`);
    } finally {
      process.execPath = execPath;
    }
    expect(existsSync(out())).toBe(false);
  });

  test("says where there is no home", () => {
    expect(take).toThrow(`There is no home in ${homes}`);
    expect(() => homesIn(join(place, "none"), program)).toThrow("--homes cannot be read");
  });
});

describe("returning", () => {
  const page = (student: string, text: string): string =>
    `<meta name="student" content="${student}">\n<h1>${text}</h1>`;
  const pages = (...written: [string, string][]): string => {
    const folder = join(place, "pages");
    mkdirSync(folder, { recursive: true });
    for (const [name, text] of written) writeFileSync(join(folder, name), text);
    return folder;
  };
  const giveBack = (folder: string) => returnPages(all(), folder, "fall-line", "grades");

  test("lays each page into the home of the student whose it is, and nowhere else", () => {
    const [ada, dotted] = [home("a-b", {}), home("a.b", {})];
    home("cy", {});
    // Files are named by plain letters, and so by chance alike.
    const folder = pages(["a-b.html", page("a.b", "dotted")], ["a-b-2.html", page("a-b", "ada")]);
    expect(giveBack(folder)).toEqual([
      { student: "a-b", place: join(ada, "grades.html") },
      { student: "a.b", place: join(dotted, "grades.html") },
    ]);
    expect(readFileSync(join(ada, "grades.html"), "utf8")).toContain("ada");
    expect(statSync(join(ada, "grades.html"))).toMatchObject({ uid: owner });
    expect(statSync(join(ada, "grades.html")).mode & 0o777).toBe(0o600);
    pages(["a-b-2.html", page("a-b", "again")]);
    giveBack(folder);
    expect(readFileSync(join(ada, "grades.html"), "utf8")).toContain("again");
    expect(readdirSync(ada)).toEqual(["grades.html"]);
  });

  test("leaves what is the student's, and says so", () => {
    const ada = home("ada", { "grades.html": "my own" });
    const ben = home("ben", {});
    symlinkSync(join(place, "elsewhere"), join(ben, "grades.html"));
    chmodSync(home("cy", {}), 0o500);
    const three = ["ada", "ben", "cy"].map((name): [string, string] => [`${name}.html`, page(name, name)]);
    expect(giveBack(pages(...three)).map(({ fault }) => fault)).toEqual([
      ...[ada, ben].map(
        (folder) => `there is something else at ${join(folder, "grades.html")}, and it is left as it is`,
      ),
      "its owner has no right to it",
    ]);
    expect(readFileSync(join(ada, "grades.html"), "utf8")).toBe("my own");
    expect(existsSync(join(place, "elsewhere"))).toBe(false);
  });

  test("returns pages whole: nothing beside it chooses lessons", async () => {
    const line = ["collect", "momentum", "--all", "--return", "pages", "--homes", homes];
    await expect(typed(collectCommand, place, ...line)).rejects.toThrow(
      "collect --return takes neither lessons nor --all, --out or --course beside it, got momentum, --all",
    );
  });

  test("needs pages of grades", () => {
    home("ada", {});
    expect(() => giveBack(pages(["index.html", "<h1>Mine</h1>"]))).toThrow(
      `There is no page of grades in ${join(place, "pages")}`,
    );
  });
});

describe("handing out", () => {
  const lesson = (text: string) =>
    new Map([["05-adagrad.ipynb", Buffer.from(JSON.stringify({ cells: [text] }))]]);
  const lay = (text: string) => handOut(all(), { files: lesson(text), folder: "fall-line" });

  test("lays a newer lesson into the homes that have had lessons: what a student has changed stays", () => {
    const [ada, ben] = [home("ada", {}), home("ben", {})];
    rmSync(home("cy", {}), { recursive: true });
    expect(lay("first").map(({ student }) => student)).toEqual(["ada", "ben"]);
    writeFileSync(join(ada, "05-adagrad.ipynb"), "mine");
    expect(lay("second")).toEqual([
      {
        student: "ada",
        notices: [
          "05-adagrad.ipynb was changed by you and stays as it is; its new version is 05-adagrad-new.ipynb.",
        ],
      },
      { student: "ben", notices: [] },
    ]);
    expect(readFileSync(join(ada, "05-adagrad.ipynb"), "utf8")).toBe("mine");
    expect(readFileSync(join(ben, "05-adagrad.ipynb"), "utf8")).toContain("second");
    expect(statSync(join(ada, "05-adagrad-new.ipynb"))).toMatchObject({ uid: owner, mode: 0o100600 });
  });

  test("goes on with the next student where a home cannot be written", () => {
    mkdirSync(join(home("ada", {}), "05-adagrad.ipynb.new"));
    home("ben", {});
    expect(lay("first").map(({ fault }) => fault === undefined)).toEqual([false, true]);
  });
});

test.each([
  ["ETIMEDOUT", "it took longer than 10 minutes, and was ended"],
  ["ENOBUFS", /^there is more in it than \d+ MB$/],
  ["EAGAIN", "its owner has as many processes as may be"],
  ["EPERM", "the process that worked in it was ended, or disturbed (not allowed)"],
])("what is lost to %s is told in words", (code, told) => {
  expect(lost(Object.assign(new Error("not allowed"), { code }))).toMatch(told);
});
