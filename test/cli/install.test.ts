import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { addPackages, isInstalled } from "../../src/cli/boot/install.js";

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
function install(packages: Record<string, { version: string }>, folder = project, content = "{}"): void {
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
  });

  it("is incomplete when a folder in it is gone, or the version is another", () => {
    install({ ...a, ...here });
    rmSync(join(project, "node_modules", "a"), { recursive: true });
    expect(isInstalled(project, { dev: false })).toBe(false);
    install({ "node_modules/a": { version: "0.9.0" }, ...here });
    expect(isInstalled(project, { dev: false })).toBe(false);
  });

  it("is incomplete when it was copied from a machine of another kind", () => {
    install({ ...a, "node_modules/there": { version: "3.0.0" } });
    expect(isInstalled(project, { dev: false })).toBe(false);
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
    mkdirSync(join(project, "node_modules/@scope/c"), { recursive: true });
    writeFileSync(join(project, "node_modules/@scope/c/half.js"), "");
    installElsewhere({ ...a, ...here, ...b, ...scoped });
    addPackages(fresh, project);
    expect(isInstalled(project, { dev: true })).toBe(true);
    expect(content("node_modules/b")).toBe('"new"');
    expect(existsSync(join(project, "node_modules/@scope/c/half.js"))).toBe(false);
  });
});
