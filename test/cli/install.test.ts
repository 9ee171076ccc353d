import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isInstalled } from "../../src/cli/boot/install.js";

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

function lock(file: string, packages: object): void {
  writeFileSync(join(project, file), JSON.stringify({ packages }));
}

/** node_modules as npm leaves it when it has installed these. */
function install(packages: Record<string, { version: string }>): void {
  for (const place of Object.keys(packages)) {
    mkdirSync(join(project, place), { recursive: true });
    writeFileSync(join(project, place, "package.json"), "{}");
  }
  lock("node_modules/.package-lock.json", packages);
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
