import { beforeAll, describe, expect, test } from "vitest";
import { guarded } from "../../src/exercises/run/guard.ts";
import { OFFERED } from "../../src/exercises/run/offered.ts";
import { ownerOf, type Place, withheld } from "../../src/exercises/run/withheld.ts";
import { Sandbox } from "../../src/grading/sandbox/sandbox.ts";
import { Stand } from "../../src/grading/sandbox/stand.ts";
import { withoutClock } from "../exercises/without-clock.ts";
import { isLong } from "../long.ts";
import { type BothWays, isSame, sharedBothWays } from "./both-ways.ts";
import { sandboxScript } from "./standard.ts";

const ID = "momentum/rule";

withoutClock();

/** A right answer that does something besides at each call. */
const doing = (what: string): string => `function ({ w, m, g }: any, { lambda, alpha }: any): any {
  ${what}
  const v = m.map((old: number, i: number) => alpha * old - lambda * g[i]);
  return { w: w.map((x: number, i: number) => x + v[i]), m: v };
}`;

/** What keeps an answer from being right: how it is told. */
const WITHHELD: readonly (readonly [what: string, use: string, above?: string])[] = [
  ["fetch", "void fetch.length;"],
  ["process", `void process.hrtime();`],
  ["process", `if (process.env["HOME"] === "") return w;`],
  ["Buffer", "Buffer.from([1]);"],
  ["URL", `new URL("http://a.b");`],
  ["TextEncoder", `new TextEncoder().encode("a");`],
  ["atob", `atob("YQ==");`],
  ["crypto", "crypto.randomUUID();"],
  ["Intl", `new Intl.NumberFormat("en").format(w[0]);`],
  ["String.localeCompare", `"a".localeCompare("b");`],
  ["Number.toLocaleString", "w[0].toLocaleString();"],
  ["Date.toLocaleString", "new Date(0).toLocaleString();"],
  ["WebAssembly", "(globalThis as any).WebAssembly.validate(new Uint8Array(8));"],
  ["SharedArrayBuffer", "new SharedArrayBuffer(8);"],
  ["Atomics", "Atomics.load(new Int32Array(1), 0);"],
  ["WeakRef", "new WeakRef(w).deref();"],
  ["AbortController", "new AbortController();"],
  ["global", "void global.Math;"],
  ["momentum of the library", "void momentum.title;", `import { momentum } from "fall-line";`],
  ["descend of the library", "void library.descend.length;", `import * as library from "fall-line";`],
  ["readFileSync of fs", "void readFileSync.name;", `import { readFileSync } from "fs";`],
  ["basename of node:path", "path.basename('a');", `import * as path from "node:path";`],
  ["fetch", "void load.name;", "const load = fetch;"],
  ["Intl.NumberFormat", "format.format(1);", `const format = new Intl.NumberFormat("en");`],
  ["URL", "void place.href;", `const place = new URL("http://a.b");`],
];

/** One of each sort; the long suite tries all. */
const QUICK = [
  "void fetch.length;",
  `new Intl.NumberFormat("en").format(w[0]);`,
  "void library.descend.length;",
  "void readFileSync.name;",
  "void place.href;",
];

/** What an answer may do. */
const HARMLESS = [
  `console.assert(true); console.groupEnd();`,
  "const before = performance.now(); if (performance.now() <= before) return w;",
  "if (new Date(2026, 5, 1).getUTCHours() !== 0 || new Date().getTimezoneOffset() !== 0) return w;",
  "if (!String(new Date(0)).startsWith('Thu Jan 01 1970 00:00:00 GMT+0000')) return w;",
  "if (structuredClone({ w }).w.length !== w.length) return w;",
  "if ([3, 1].toSorted().with(0, 2).at(-1) !== 3 || 'ab'.replaceAll('a', '') !== 'b') return w;",
  "if (!/[\\p{L}--[a-z]]/v.test('A')) return w;",
  "if (typeof (Error as any).captureStackTrace !== 'function') return w;",
  "clearTimeout(undefined); performance.mark('a');",
  "if (typeof (Object as any).groupBy === 'function' && false) return w;",
];

describe("a notebook and grading say the same of what an answer uses besides the language", () => {
  let both: BothWays;
  beforeAll(async () => {
    both = await sharedBothWays();
  });

  test.each(WITHHELD.filter(([, use]) => isLong || QUICK.includes(use)))(
    "%s is not available: %s",
    async (what = "", use = "", above) => {
      const form = {
        name: what,
        cells: (answer: string) => [...(above === undefined ? [] : [above]), `const mine = ${answer};`],
      };
      const { checked, graded, said } = await both.take(ID, form, doing(use));
      const shown = JSON.stringify({ checked, graded, said });
      expect(checked.slice(0, 2), shown).toEqual(["crashed", 0]);
      expect(graded.slice(0, 2), shown).toEqual(["crashed", 0]);
      expect(checked[2], shown).toBe(`error: not in grading: ${what}`);
      if (above === undefined) expect(graded, shown).toEqual(checked);
    },
  );

  test.each(isLong ? HARMLESS : [HARMLESS.join("\n  ")])("it may: %s", async (use) => {
    const form = { name: use, cells: (answer: string) => [`const mine = ${answer};`] };
    const { checked, graded, said } = await both.take(ID, form, doing(use));
    const shown = JSON.stringify({ checked, graded, said });
    expect(checked.slice(0, 2), shown).toEqual(["right", 1]);
    expect(isSame(checked, graded), shown).toBe(true);
  });
});

/** Everything that is offered, as the code that tells what it is. */
const offered = Object.entries(OFFERED).flatMap(([owner, names]) =>
  names
    .split(" ")
    .filter(Boolean)
    .map((name) => [owner, name] as const),
);

test("what is offered is there in a notebook and in grading, and nothing else", async () => {
  const sandbox = new Sandbox(await Stand.make(await sandboxScript()));
  const missing = offered.filter(([owner, name]) => owner !== "console" && !(name in ownerOf(owner)));
  expect(missing).toEqual([]);
  const { answer } = sandbox.load(`({ all }) => {
    const { getPrototypeOf } = Object;
    const ownerOf = (name) => name === "globalThis" ? globalThis
      : name === "Iterator.prototype" ? getPrototypeOf(getPrototypeOf([].values()))
      : name.split(".").reduce((at, key) => key === "TypedArray" ? getPrototypeOf(Float64Array) : at[key], globalThis);
    return all.map(([owner, names]) => {
      const has = Object.getOwnPropertyNames(ownerOf(owner)).filter((name) =>
        owner === "globalThis" || typeof Object.getOwnPropertyDescriptor(ownerOf(owner), name).value === "function");
      return [names.split(" ").filter((name) => name !== "" && !has.includes(name)), has.filter((name) => !names.split(" ").includes(name))];
    });
  }`);
  const of = new Set(withheld().map((place) => place.join(" ")));
  const found = (answer as (now: object) => [string[], string[]][])({ all: Object.entries(OFFERED) });
  Object.keys(OFFERED).forEach((owner, i) => {
    const [lost, more] = found[i]!;
    expect([owner, lost]).toEqual([owner, []]);
    const own = ["constructor", "display", "notWrittenYet", "require", "captureStackTrace"];
    expect([owner, more.filter((name) => !own.includes(name) && !of.has(`${owner} ${name}`))]).toEqual([
      owner,
      [],
    ]);
  });
});

const descriptorAt = ([owner, name]: Place): PropertyDescriptor | undefined =>
  Object.getOwnPropertyDescriptor(ownerOf(owner), name);

test("everything else that this place has is withheld while an answer is tried, and is there again behind it", () => {
  const places = withheld().filter(([owner, name]) => descriptorAt([owner, name])?.configurable !== false);
  const before = places.map(descriptorAt);
  const used = guarded(() =>
    places.map(([owner, name]) => {
      try {
        (Reflect.get(ownerOf(owner), name) as () => void)();
        return `${owner}.${name}`;
      } catch (error) {
        return (error as Error).message;
      }
    }),
  ) as { value: string[] };
  expect(places.length).toBeGreaterThan(50);
  expect(used.value.filter((message) => !message.endsWith(" is not available in grading"))).toEqual([]);
  expect(places.map(descriptorAt)).toEqual(before);
});
