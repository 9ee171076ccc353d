import { beforeAll, expect, test } from "vitest";
import type { Feedback } from "fall-line";
import { type Asked, sharedSession } from "./session.ts";

let asked: Asked;
beforeAll(async () => {
  asked = await sharedSession();
  await asked.run('import { check, type StepOf } from "fall-line";');
});

/** What `check` says of an answer: outcome and credit, then its text; the first line of the error where the cell is refused. */
async function check(id: string, name: string): Promise<unknown> {
  Reflect.deleteProperty(globalThis, "told");
  const came = await asked.run(`(globalThis as any).told = check("${id}", ${name}); undefined`);
  const { told } = globalThis as { told?: Feedback };
  Reflect.deleteProperty(globalThis, "told");
  return told === undefined ? came : `${told.outcome} ${String(told.credit)}\n${told.text}`;
}

const step = (name: string, body: string): string =>
  `const ${name}: StepOf<"m", "lambda" | "alpha"> = ({ w, m, g }, { lambda, alpha }) => {\n  ${body}\n};`;
const RIGHT =
  "const v = m.map((x, i) => alpha * x - lambda * g[i]);\n  return { w: w.map((x, i) => x + v[i]), m: v };";

test("an answer that the compiler refuses is the one that check judges, and not the one before", async () => {
  await asked.run(step("bare", RIGHT));
  expect(await check("momentum/rule", "bare")).toMatch(/^right 1\n/);
  expect(await asked.run(step("bare", "return w.map((x, i) => x - lambda * g[i]);"))).toMatch(
    /^TypeScriptError: cell \d+, line/,
  );
  const said = await check("momentum/rule", "bare");
  expect(said).toMatch(/^not yet 0\n/);
  expect(said).toContain("bare list");
  expect(said).toContain("The compiler refuses it");
  await asked.run(step("bare", RIGHT));
  expect(await check("momentum/rule", "bare")).toMatch(/^right 1\n/);
});

test("what computes the right numbers and is refused is not right", async () => {
  await asked.run(step("typed", `const n: string = w.length;\n  ${RIGHT}`));
  const said = await check("momentum/rule", "typed");
  expect(said).toMatch(/^not yet 0\n/);
  expect(said).toContain("it computes what it should, and the compiler refuses it");
  expect(said).toMatch(/cell \d+, line 2: a text is wanted here, and this is a number/);
});

test("nothing else gets what is refused, nor the one before", async () => {
  await asked.run("const twice = (x: number) => 2 * x;");
  await asked.run("const twice = (x) => 2 * x;");
  expect(await asked.run("twice(2)")).toMatch(
    /the compiler refuses cell \d+, which declares `twice`: mend it and run it again$/,
  );
  await asked.run(step("helped", `const n = twice(w.length);\n  ${RIGHT}`));
  expect(await check("momentum/rule", "helped")).toMatch(/^not yet 0\n/);
  await asked.run("const twice = (x: number) => 2 * x;");
  expect(await asked.run("twice(2)")).toBe("4");
});

test("what could not be run is not stood in for by the one before", async () => {
  await asked.run(step("broken", RIGHT));
  await asked.run(step("broken", "return { w: , m };"));
  expect(await check("momentum/rule", "broken")).toMatch(
    /the compiler refuses cell \d+, which declares `broken`/,
  );
});

test("a cell that acts is not run when it is refused", async () => {
  await asked.run("const list = [1]; const get = () => list;");
  await asked.run("const put = (x) => x; list.push(2);");
  expect(await asked.run("get().length")).toBe("1");
});

test("in the cell that checks it, check alone speaks", async () => {
  const cell = `${step("both", "return w.map((x) => x);")}\ndisplay(check("momentum/rule", both));`;
  await asked.run('import { display } from "fall-line";');
  const { reply, said } = await asked.ask("execute_request", { code: cell });
  expect(reply["status"]).toBe("ok");
  expect(said.map(([type]) => type)).toEqual(["display_data"]);
});

test("in a cell that takes something of what check says, the compiler speaks", async () => {
  const cell = 'check("momentum/rule", ({ w }: any) => w.map((x) => x)).outcome';
  expect(await asked.run(cell)).toMatch(/^TypeScriptError: cell \d+, line 1: the parameter `x` has no type/);
});
