/** A class of sixty: right answers in ten forms, one submission that swells, and one answer that never ends. */
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { handIn, type Notebook, write } from "./class.ts";
import { notebookWith, RIGHT, RULE } from "./hostile.ts";

const BODY = `const velocity = m.map((old, i) => alpha * old - lambda * g[i]);
  return { w: w.map((x, i) => x + velocity[i]), m: velocity }`;

const GIVEN = `({ w, m, g }: Record<"w" | "m" | "g", number[]>, { lambda, alpha }: Record<"lambda" | "alpha", number>)`;
const STEP = `StepOf<"m", "lambda" | "alpha">`;

/** The momentum update as students write it: what stands in the cell of the answer, and in one before it. */
export const FORMS: Readonly<Record<string, { readonly cell: string; readonly before?: string }>> = {
  "an arrow": { cell: `const heavyStep: ${STEP} = ${RIGHT};` },
  "a function without a semicolon": { cell: `const heavyStep = function ${GIVEN} { ${BODY} }` },
  "a declaration": { cell: `function heavyStep${GIVEN} { ${BODY} }` },
  "another name, without a semicolon": {
    before: `const go = ${GIVEN} => { ${BODY} }`,
    cell: "const heavyStep = go",
  },
  "a method": { cell: `class Heavy { static step${GIVEN} { ${BODY} } }\nconst heavyStep = Heavy.step` },
  "helpers of another cell": {
    before: "const plus = (a: number, b: number): number => a + b\nlet one = 0\none += 1",
    cell: `const heavyStep = ${GIVEN} => {
  const v = m.map((old, i) => plus(one * alpha * old, -lambda * g[i]))
  return { w: w.map((x, i) => plus(x, v[i])), m: v }
}`,
  },
  "default arguments": {
    cell: `const heavyStep: ${STEP} = ({ w, m = [], g }, { lambda = 0.1, alpha = 0.9 }) => { ${BODY} }`,
  },
  "a generator": {
    cell: `function* pairs(m: number[], g: number[]): Generator<[number, number]> { for (let i = 0; i < m.length; i++) yield [m[i], g[i]] }
const heavyStep: ${STEP} = ({ w, m, g }, { lambda, alpha }) => {
  const v = [...pairs(m, g)].map(([old, slope]) => alpha * old - lambda * slope)
  return { w: w.map((x, i) => x + v[i]), m: v }
}`,
  },
  "an entry of an object": {
    cell: `const all: Record<string, ${STEP}> = { step: ${RIGHT} }\nconst heavyStep = all["step"]`,
  },
  "much work": {
    cell: `const heavyStep: ${STEP} = (now, hyper) => {
  let rounds = 0
  while (rounds < 3000) rounds++
  return (${RIGHT})(now, hyper)
}`,
  },
};

function answered({ cell, before }: (typeof FORMS)[string]): Notebook {
  const whole = write(notebookWith("undefined"), RULE, cell);
  const helper = { id: "helper", cell_type: "code", metadata: {}, source: [before ?? ""] };
  return { ...whole, cells: [helper, ...whole.cells] };
}

/** Lays right answers into a folder, one form after another; gives the names of those who wrote them. */
export function layForms(folder: string, count: number): string[] {
  const forms = Object.values(FORMS);
  const right = Array.from({ length: count }, (_, i) => `student-${String(i).padStart(2, "0")}`);
  for (const [i, student] of right.entries())
    handIn(folder, `${student}/03-momentum.ipynb`, answered(forms[i % forms.length]!));
  return right;
}

/** Lays the class into a folder; gives the names of those who are right. */
export function layClass(folder: string): string[] {
  const right = layForms(folder, 58);
  const endless = "() => Array.prototype.indexOf.call({ length: 2 ** 53 - 1 }, 1)";
  handIn(folder, "never-ends/03-momentum.ipynb", notebookWith(endless));
  laySwelling(join(folder, "swells.zip"));
  return right;
}

/** Sixty notebooks of 190 MB in less than a megabyte: all of them are the same bytes. */
export function laySwelling(path: string): void {
  const program = `
import copy, sys, zipfile
with zipfile.ZipFile(sys.argv[1], "w", zipfile.ZIP_DEFLATED) as z:
    z.writestr("0.ipynb", '{"cells":[],"x":[' + "{}," * (190 * 2**20 // 3) + "0]}")
    for i in range(1, 60):
        one = copy.copy(z.filelist[0])
        one.filename = f"{i}.ipynb"
        z.filelist.append(one)
`;
  execFileSync("python3", ["-c", program, path]);
}
