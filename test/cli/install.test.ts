import fs, {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { addPackages, install as installPackages, isInstalled } from "../../src/cli/boot/install.js";
import type { Progress } from "../../src/system/progress.js";

let project = "";
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), "install-"));
  lock("package-lock.json", wanted);
});
afterEach(() => rmSync(project, { recursive: true }));

const other = process.platform === "linux" ? "darwin" : "linux";
const wanted = {
  "": { name: "fall-line" },
  "node_modules/a": { version: "1.0.0" },
  "node_modules/b": { version: "2.0.0", dev: true },
  "node_modules/here": { version: "3.0.0", optional: true, os: [process.platform], cpu: [process.arch] },
  "node_modules/there": { version: "3.0.0", optional: true, os: [other], cpu: [process.arch] },
};

function lock(file: string, packages: object, folder = project): void {
  writeFileSync(join(folder, file), JSON.stringify({ packages }));
}

/** node_modules as npm leaves it when it has installed these. */
function install(
  packages: Record<string, { version: string; dev?: boolean }>,
  folder = project,
  content = "{}",
): void {
  for (const place of Object.keys(packages)) {
    mkdirSync(join(folder, place), { recursive: true });
    writeFileSync(join(folder, place, "package.json"), content);
  }
  lock("node_modules/.package-lock.json", packages, folder);
}

const a = { "node_modules/a": { version: "1.0.0" } };
const b = { "node_modules/b": { version: "2.0.0" } };
const here = { "node_modules/here": { version: "3.0.0" } };

describe("node_modules", () => {
  it("is complete with what the lock file asks for on this machine", () => {
    install({ ...a, ...b, ...here });
    expect(isInstalled(project, { dev: true })).toBe(true);
  });

  it("needs the packages for development only when they are asked for", () => {
    install({ ...a, ...here });
    expect(isInstalled(project, { dev: false })).toBe(true);
    expect(isInstalled(project, { dev: true })).toBe(false);
  });

  it("is incomplete when there is none, or npm did not come to its end", () => {
    expect(isInstalled(project, { dev: false })).toBe(false);
    install({ ...a, ...here });
    rmSync(join(project, "node_modules", ".package-lock.json"));
    expect(isInstalled(project, { dev: false })).toBe(false);
    install({ ...a, ...here });
    rmSync(join(project, "package-lock.json"));
    expect(isInstalled(project, { dev: false })).toBe(false);
  });

  it("is incomplete when a folder in it is gone, or the version is another", () => {
    install({ ...a, ...here });
    rmSync(join(project, "node_modules", "a", "package.json"));
    expect(isInstalled(project, { dev: false })).toBe(false);
    rmSync(join(project, "node_modules", "a"), { recursive: true });
    expect(isInstalled(project, { dev: false })).toBe(false);
    install({ "node_modules/a": { version: "0.9.0" }, ...here });
    expect(isInstalled(project, { dev: false })).toBe(false);
  });

  it("is incomplete when it was copied from a machine of another kind", () => {
    install({ ...a, "node_modules/there": { version: "3.0.0" } });
    expect(isInstalled(project, { dev: false })).toBe(false);
  });

  const { platform, arch } = process;
  it.each<[kind: string, entry: object, complete: boolean]>([
    ["for another system", { os: [other] }, true],
    ["for another processor", { cpu: ["no-such"] }, true],
    ["for this system and another processor", { os: [platform], cpu: ["no-such"] }, true],
    ["for this system", { os: [platform] }, false],
    ["for this processor, among others", { cpu: ["no-such", arch] }, false],
    ["not for another system", { os: [`!${other}`] }, false],
    ["not for this system", { os: [`!${platform}`] }, true],
    ["not for this system and another", { os: [`!${other}`, `!${platform}`] }, true],
    ["for one system and not for another", { os: ["no-such", `!${other}`] }, true],
    ["for no system in particular", { os: [], cpu: [arch] }, false],
    ["for one C library of this system", { os: [platform], cpu: [arch], libc: ["musl"] }, true],
    ["for every machine", {}, true],
  ])("may lack an optional package %s: %j is complete: %j", (_, entry, complete) => {
    lock("package-lock.json", {
      ...wanted,
      "node_modules/some": { version: "1.0.0", optional: true, ...entry },
    });
    install({ ...a, ...here });
    expect(isInstalled(project, { dev: false })).toBe(complete);
    lock("package-lock.json", { ...wanted, "node_modules/some": { version: "1.0.0", ...entry } });
    expect(isInstalled(project, { dev: false }), "one that is not optional").toBe(false);
  });
});

describe("packages that are added to those that are there", () => {
  let fresh = "";
  beforeEach(() => {
    fresh = mkdtempSync(join(tmpdir(), "install-"));
  });
  afterEach(() => rmSync(fresh, { recursive: true }));

  const inside = { "node_modules/b/node_modules/inner": { version: "1.0.0" } };
  const scoped = { "node_modules/@scope/c": { version: "4.0.0" } };

  /** What npm has installed elsewhere: each package new, and each with a command. */
  function installElsewhere(packages: Record<string, { version: string }>): void {
    install(packages, fresh, '"new"');
    mkdirSync(join(fresh, "node_modules/.bin"));
    for (const place of Object.keys(packages)) {
      const command = join(fresh, "node_modules/.bin", place.split("/").at(-1)!);
      symlinkSync(join("..", place.slice("node_modules/".length)), command);
    }
  }

  const content = (place: string): string => readFileSync(join(project, place, "package.json"), "utf8");

  it("come with their commands and what lies in them, and leave the others untouched", () => {
    install({ ...a, ...here });
    installElsewhere({ ...a, ...here, ...b, ...inside, ...scoped });
    addPackages(fresh, project);
    expect(isInstalled(project, { dev: true })).toBe(true);
    expect([a, here].flatMap((one) => Object.keys(one)).map(content)).toEqual(["{}", "{}"]);
    for (const place of Object.keys({ ...b, ...inside, ...scoped })) expect(content(place)).toBe('"new"');
    expect(readFileSync(join(project, "node_modules/.bin/b/package.json"), "utf8")).toBe('"new"');
  });

  it("take the place of those whose version is another, or that were cut short", () => {
    install({ ...a, ...here, "node_modules/b": { version: "1.0.0" } });
    rmSync(join(project, "node_modules/a/package.json"));
    mkdirSync(join(project, "node_modules/@scope/c"), { recursive: true });
    writeFileSync(join(project, "node_modules/@scope/c/half.js"), "");
    installElsewhere({ ...a, ...here, ...b, ...scoped });
    addPackages(fresh, project);
    expect(isInstalled(project, { dev: true })).toBe(true);
    expect(["node_modules/a", "node_modules/b"].map(content)).toEqual(['"new"', '"new"']);
    expect(existsSync(join(project, "node_modules/@scope/c/half.js"))).toBe(false);
  });

  it("leave a command that is there as it is, and the list comes last", () => {
    install({ ...a });
    installElsewhere({ ...a, ...b });
    mkdirSync(join(project, "node_modules/.bin"));
    writeFileSync(join(project, "node_modules/.bin/a"), "mine");
    writeFileSync(join(project, "node_modules/b"), "");
    rmSync(join(project, "node_modules/.bin/b"), { force: true });
    const order: string[] = [];
    const rename = fs.renameSync;
    vi.spyOn(fs, "renameSync").mockImplementation((from, to) => {
      order.push(relative(project, String(to)));
      rename(from, to);
    });
    addPackages(fresh, project);
    vi.restoreAllMocks();
    expect(order).toEqual(["node_modules/.bin/b", "node_modules/b", "node_modules/.package-lock.json"]);
    expect(readFileSync(join(project, "node_modules/.bin/a"), "utf8")).toBe("mine");
  });
});

describe("an installation", () => {
  /** What npm is in these tests: a script that notes how it was called, and does what is written here. */
  function npm(script: string): () => { args: string[]; files: string[]; cwd: string } {
    const path = join(project, "npm-cli.js");
    writeFileSync(
      path,
      `const fs = require("fs");
fs.writeFileSync(${JSON.stringify(join(project, "called"))}, JSON.stringify({
  args: process.argv.slice(2), files: fs.readdirSync("."), cwd: process.cwd() }));
const has = (list) => { fs.mkdirSync("node_modules/.bin", { recursive: true });
  for (const place of Object.keys(list)) { fs.mkdirSync(place, { recursive: true }); fs.writeFileSync(place + "/package.json", '"new"'); }
  fs.writeFileSync("node_modules/.package-lock.json", JSON.stringify({ packages: list })); };
${script}`,
    );
    vi.stubEnv("npm_execpath", path);
    return () =>
      JSON.parse(readFileSync(join(project, "called"), "utf8")) as ReturnType<ReturnType<typeof npm>>;
  }
  afterEach(() => {
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
  });
  const notes: string[] = [];
  const progress = {
    during: (title: string, doing: string, act: (stage: object) => unknown) => {
      notes.push(`${title}: ${doing}`);
      return act({ note: (line: string) => notes.push(line), say: (line: string) => notes.push(line) });
    },
  } as unknown as Progress;
  const fetched = (dev: boolean) => installPackages(project, { dev }, progress);

  it("is made aside, from the lock file alone, and takes the place of what is there", async () => {
    notes.length = 0;
    writeFileSync(join(project, "package.json"), "{}");
    install({ "node_modules/a": { version: "0.1.0" }, "node_modules/old": { version: "1.0.0" } });
    const called = npm(`console.log("added 2"); has(${JSON.stringify({ ...a, ...here })});`);
    await fetched(false);
    const { args, files, cwd } = called();
    expect(args.slice(0, 2)).toEqual(["ci", "--omit=dev"]);
    expect(args).toEqual(expect.arrayContaining(["--prefer-offline", "--no-audit", "--no-fund"]));
    expect(files).toEqual(["package-lock.json", "package.json"]);
    expect(cwd.startsWith(join(realpathSync(project), ".fall-line/aside/npm-"))).toBe(true);
    expect(isInstalled(project, { dev: false })).toBe(true);
    expect(existsSync(join(project, "node_modules/old"))).toBe(false);
    expect(notes).toEqual(["npm packages: installing", "added 2"]);
  });

  it("keeps what is there for development when the lock file has changed", async () => {
    install({ "node_modules/a": { version: "0.1.0" }, "node_modules/b": { version: "2.0.0", dev: true } });
    const called = npm(`has(${JSON.stringify({ ...a, ...here, ...b })});`);
    await fetched(false);
    expect(called().args.slice(0, 2)).toEqual(["ci", "--include=dev"]);
    expect(isInstalled(project, { dev: true })).toBe(true);
  });

  it("for development is laid beside what is there, with the settings of the project's npm", async () => {
    writeFileSync(join(project, ".npmrc"), "audit=false");
    install({ ...a, ...here });
    const called = npm(`has(${JSON.stringify({ ...a, ...here, ...b })});`);
    await fetched(true);
    expect(called().args.slice(0, 2)).toEqual(["ci", "--include=dev"]);
    expect(called().files).toEqual([".npmrc", "package-lock.json"]);
    expect(isInstalled(project, { dev: true })).toBe(true);
    const content = (place: string) => readFileSync(join(project, place, "package.json"), "utf8");
    expect(["node_modules/a", "node_modules/b"].map(content)).toEqual(["{}", '"new"']);
  });

  it("that finds no network is told so while npm still tries, once", async () => {
    notes.length = 0;
    npm(
      `for (const name of "ab") console.log("npm http fetch GET https://r.example/" + name + " attempt 1 failed with EAI_AGAIN"); has(${JSON.stringify({ ...a })});`,
    );
    await fetched(false);
    expect(notes.filter((note) => note.includes("no connection"))).toEqual([
      "there is no connection; it is tried again",
    ]);
  });

  it.each([
    [
      "npm error code ENOTFOUND",
      "npm could not reach the package registry; the first start needs the network",
      undefined,
    ],
    [
      "npm error ERR_SOCKET_TIMEOUT",
      "npm could not reach the package registry; the first start needs the network",
      undefined,
    ],
    [
      "npm warn old\\nnpm error no\\n\\nnpm notice new\\nnpm error end",
      "npm could not install the packages",
      "\nnpm error no\nnpm error end",
    ],
  ])("that fails with %j is told, and nothing is changed", async (output, message, detail) => {
    install({ ...a });
    npm(`console.error("${output}"); process.exit(1);`);
    const failed = await fetched(true).catch((error: unknown) => error);
    expect(failed).toMatchObject({ message, detail });
    const log = join(project, ".fall-line/logs/npm.log");
    if (detail !== undefined) expect(failed).toMatchObject({ cure: `Its whole output is in ${log}.` });
    expect(readFileSync(log, "utf8")).toContain("npm error");
    expect(readFileSync(join(project, "node_modules/a/package.json"), "utf8")).toBe("{}");
  });

  it("is over when it is in its place, though a program held the folder for a moment", async () => {
    npm(`has(${JSON.stringify({ ...a, ...here })});`);
    const held = vi.spyOn(fs, "renameSync").mockImplementationOnce(() => {
      throw Object.assign(new Error("EBUSY"), { code: "EBUSY" });
    });
    await fetched(false);
    expect(held.mock.calls.map(([, to]) => relative(project, String(to)))).toEqual([
      "node_modules",
      "node_modules",
    ]);
    expect(isInstalled(project, { dev: false })).toBe(true);
  });

  it("that somebody ends is told as one that failed", async () => {
    npm("process.kill(process.pid);");
    await expect(fetched(true)).rejects.toMatchObject({ message: "npm could not install the packages" });
  });
});
