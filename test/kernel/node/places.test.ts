import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import { platform, type Platform } from "../../../src/kernel/core/platform.ts";
import { readFormerNames, writeFormerNames } from "../../../src/kernel/node/former-names.ts";
import { Paths } from "../../../src/kernel/node/paths.ts";
import { runOnNode } from "../../../src/kernel/node/platform.ts";
import { hookFlags, nodeFlags, snapshotPath, snapshotsIn } from "../../../src/kernel/node/snapshot.ts";
import { kernelSpec } from "../../../src/kernel/node/spec.ts";
import { nodeVersion, wordsOfNode } from "../../../src/kernel/node/words.ts";

const folder = mkdtempSync(join(tmpdir(), "fall-line-places-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const versions = process.versions;
const runsOn = (node: string) =>
  Object.defineProperty(process, "versions", { value: { ...versions, node }, configurable: true });
afterEach(() => void Object.defineProperty(process, "versions", { value: versions, configurable: true }));

describe("what is told of Node", () => {
  test("its major version", () => {
    runsOn("22.9.1");
    expect(nodeVersion()).toBe(22);
  });

  test.each([
    ["./part", { help: "is this its name? It is looked for from the folder of the notebook" }],
    ["../part", { help: "is this its name? It is looked for from the folder of the notebook" }],
    ["/part", { help: "is this where it lies?" }],
    ["file:///part.js", { help: "is this where it lies?" }],
    ["C:\\part", { help: "is this where it lies?" }],
    [".part", { help: 'name a package by its name alone, or a file beside the notebook: "./name.ts"' }],
    ["lodash@4", { help: 'name a package by its name alone, or a file beside the notebook: "./name.ts"' }],
    ["part.mjs", { help: 'a file beside the notebook is named so: "./part.mjs"' }],
    ["d3", { help: "to install it in the folder of the notebook: npm install d3" }],
    ["maths.js", { help: 'a file beside the notebook is named so: "./maths.js"' }],
    ["lodahs", { help: 'did you mean "lodash"?' }],
    ["node:pth", { help: 'did you mean "node:path"?' }],
    [
      "ws",
      {
        help: "is this its name, and is it installed in the folder of the notebook? Install only what you know",
      },
    ],
    [
      "nodes",
      {
        help: "is this its name, and is it installed in the folder of the notebook? Install only what you know",
      },
    ],
    [
      "node:sea",
      {
        reason: 'Node 20 has no module "node:sea"',
        help: "a newer Node may have it; see https://nodejs.org/api",
      },
    ],
  ])("where the module %s is missing", (name, words) => {
    runsOn("20.2.0");
    expect(wordsOfNode.missingModule(name)).toEqual(words);
  });

  test.each([
    [24, "Node 24 and later have it"],
    [21, "Node 21 and later have it"],
    [18, "Node 21 and later have it"],
  ])("where something is missing that Node %i has", (since, help) => {
    runsOn("20.2.0");
    expect(wordsOfNode.newer("Array.fromAsync", since)).toEqual({
      reason: "Node 20 has no `Array.fromAsync`",
      help,
    });
  });

  test("why there is no document, and how a long output is kept", () => {
    expect(wordsOfNode.whyAbsent("document")).toBe("cells run in Node, not in a page");
    expect(wordsOfNode.keepingOutput).toMatch(/^to keep all of it, write it to a file: /);
  });
});

describe("the places of the kernel's parts", () => {
  const paths = new Paths(join("/p", "dist", "kernel"));

  test("are all beside its bundle", () => {
    expect(paths.library).toEqual({
      code: "/p/dist/index.js",
      types: "/p/dist/index.d.ts",
      sources: "/p/dist/kernel/sources.json",
    });
    expect(paths.tslabTypes).toBe("/p/dist/kernel/types/tslab.d.ts");
    expect(paths.compiler).toBe("/p/dist/kernel/session.js");
    expect(paths.types.modules).toBe("/p/dist/kernel/types/node");
  });

  test.each([
    ["20.0.0", 20],
    ["21.7.3", 20],
    ["22.0.0", 22],
    ["23.1.0", 22],
    ["24.0.0", 24],
    ["26.1.0", 24],
  ])("have the declarations that fit Node %s", (node, declared) => {
    runsOn(node);
    expect(paths.types.globals).toBe(`/p/dist/kernel/types/globals-${declared}.d.ts`);
  });
});

describe("kernel.json", () => {
  const place = { node: "/n/node", kernelDir: "/p/dist/kernel" };

  test("says how the kernel is started, called and interrupted", () => {
    expect(kernelSpec(place)).toEqual({
      argv: ["/n/node", "/p/dist/kernel/main.js", "{connection_file}"],
      display_name: "TypeScript (fall-line)",
      language: "typescript",
      interrupt_mode: "message",
      metadata: { debugger: false },
    });
  });

  test("of a small kernel tells Node to save memory", () => {
    const { argv } = kernelSpec({ ...place, small: true }) as { argv: string[] };
    expect(argv).toEqual(["/n/node", "--optimize-for-size", "/p/dist/kernel/main.js", "{connection_file}"]);
  });
});

test("former names lie beside the library that is built of them", () => {
  const names = { "old/one": "new/one" } as never;
  writeFormerNames(join(folder, "index.js"), names);
  expect(readFormerNames(join(folder, "index.js"))).toEqual(names);
  expect(readFileSync(join(folder, "former-names.json"), "utf8").endsWith("}\n")).toBe(true);
});

describe("the name of a snapshot", () => {
  test("is the same for the same build and Node, and another for another", () => {
    expect(snapshotPath("/k", "v20.1.0")).toBe(snapshotPath("/k", "v20.1.0"));
    expect(snapshotPath("/k")).toBe(snapshotPath("/k", process.version));
    const names = [
      ["/k", "v20.1.0"],
      ["/k", "v20.1.1"],
      ["/l", "v20.1.0"],
    ].map(([dir, version]) => snapshotPath(dir!, version).slice(2));
    expect(new Set(names).size).toBe(3);
    expect(snapshotPath("/k", "v20.1.0")).toMatch(/^\/k\/snapshot-[0-9a-f]{16}\.blob$/);
  });

  test.each(["platform", "arch"] as const)("depends on the %s", (name) => {
    const before = snapshotPath("/k");
    const was = process[name];
    Object.defineProperty(process, name, { value: "another", configurable: true });
    const after = snapshotPath("/k");
    Object.defineProperty(process, name, { value: was, configurable: true });
    expect(after).not.toBe(before);
  });

  test("tells it from other files", () => {
    const dir = join(folder, "kernel");
    mkdirSync(dir);
    for (const name of [
      "snapshot-a1.blob",
      "snapshot-b2.blob",
      "snapshot-a1.77.blob",
      "a-snapshot-c.blob",
      "session.js",
    ])
      writeFileSync(join(dir, name), "");
    expect(snapshotsIn(dir)).toEqual([join(dir, "snapshot-a1.blob"), join(dir, "snapshot-b2.blob")]);
  });

  test("Node is told to say nothing of what is experimental, and lets a loop in a promise be ended", () => {
    expect(nodeFlags).toContain("--disable-warning=ExperimentalWarning");
    expect(hookFlags).toEqual(["--no-force-async-hooks-checks"]);
  });
});

describe("the core on Node", () => {
  const was = { ...platform };
  afterAll(() => void Object.assign(platform, was));
  const here = (): Platform => {
    runOnNode();
    return platform;
  };

  test("knows the folder of the notebook and paths as seen from it", () => {
    expect(here().folder()).toBe(process.cwd());
    expect(platform.shortName(join(process.cwd(), "a", "b.ts"))).toBe(join("a", "b.ts"));
    expect(platform.pathOf(pathToFileURL("/a b.ts").href)).toBe("/a b.ts");
    expect([platform.countsRounds, platform.words]).toEqual([false, wordsOfNode]);
  });

  test("sees that a file has changed", () => {
    const path = join(folder, "part.ts");
    expect(here().stampOf(path)).toBeUndefined();
    const stampWith = (text: string, seconds: number) => {
      writeFileSync(path, text);
      utimesSync(path, seconds, seconds);
      return platform.stampOf(path);
    };
    const first = stampWith("one", 1000);
    expect(stampWith("one", 1000)).toBe(first);
    expect(stampWith("two", 1001)).not.toBe(first);
    expect(stampWith("three", 1000)).not.toBe(first);
  });

  test("runs what comes soon and later after what runs now", async () => {
    const seen: string[] = [];
    await new Promise<void>((resolve) => {
      here().later(() => resolve(), 1);
      platform.soon(() => seen.push("soon"));
      seen.push("now");
    });
    expect(seen).toEqual(["now", "soon"]);
  });
});
