/** Submissions of students who try something else than the exercise, each with what it deserves. */
import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { momentum } from "fall-line";
import { casesFor } from "../../src/exercises/run/cases.ts";
import { probesFor } from "../../src/exercises/run/probe.ts";
import { declare, handedOut, handIn, type Notebook } from "./class.ts";

/** The cells of lesson 03 in which the rule, and the rule with a bug, are written. */
export const RULE = "03-momentum-exercise-2-your-answer";
export const LATE = "03-momentum-exercise-3-your-answer";
const TUNED = "03-momentum-exercise-4-your-answer";
const WORDS = "03-momentum-exercise-5-your-answer";

export const RIGHT = `({ w, m, g }, { lambda, alpha }) => {
  const velocity = m.map((old, i) => alpha * old - lambda * g[i]);
  return { w: w.map((x, i) => x + velocity[i]), m: velocity };
}`;

const MENDED = `({ w, m, g }, { lambda, alpha }) => {
  const b = m.map((old, i) => alpha * old + g[i]);
  return { w: w.map((x, i) => x - lambda * b[i]), m: b };
}`;

/** A right notebook but for the answer to "write the momentum update". */
export function notebookWith(rule: string): Notebook {
  const others = declare(
    declare(handedOut("03-momentum"), LATE, MENDED),
    TUNED,
    "{ lambda: 1.3, alpha: 0.4 }",
  );
  return declare(others, RULE, rule);
}

/** What a submission deserves. */
export interface Deserved {
  readonly student: string;
  /** Lays it into a folder; by default a notebook with this answer. */
  readonly lay: (folder: string) => void;
  /** The row of `momentum/rule`: credit and outcome; none where nothing could be graded. */
  readonly rule?: readonly [credit: number, outcome: string];
  /** What its error or its notes say. */
  readonly says?: RegExp;
}

const answering = (student: string, rule: string, deserved: Deserved["rule"], says?: RegExp): Deserved => ({
  student,
  lay: (folder) => handIn(folder, `${student}/03-momentum.ipynb`, notebookWith(rule)),
  ...(deserved === undefined ? {} : { rule: deserved }),
  ...(says === undefined ? {} : { says }),
});

const PLAIN = `({ w, g }, { lambda }) => { const m = g.map((slope) => -lambda * slope); return { w: w.map((x, i) => x + m[i]), m }; }`;

const OUT = `const world = (() => {}).constructor("return globalThis")();`;

/** Right wherever a notebook tries it, and nowhere else. */
function knowingTheProbes(): string {
  const { matching, fresh, far } = probesFor(momentum);
  const known = [
    ...[...matching, fresh, ...far].map(({ hyper }) => hyper["alpha"]),
    ...casesFor(momentum).all.map(({ hyper }) => hyper["alpha"]),
  ];
  return `(now, hyper) => ${JSON.stringify(known)}.includes(hyper.alpha) ? (${RIGHT})(now, hyper) : { w: now.w, m: now.m }`;
}

/** Quick to grade. */
export const HOSTILE: readonly Deserved[] = [
  answering(
    "reads-the-key",
    `() => require("fs").readFileSync("/root/.ssh/id_rsa", "utf8")`,
    [0, "crashed"],
    /readFileSync of fs is not available in grading/,
  ),
  answering(
    "reads-by-a-back-door",
    `() => { ${OUT} return world.process.env; }`,
    [0, "crashed"],
    /process is not available in grading/,
  ),
  answering(
    "writes-outside",
    `() => { ${OUT} world.require("fs").writeFileSync("written-by-a-student", ""); }`,
    [0, "crashed"],
  ),
  answering(
    "opens-a-socket",
    `() => fetch("http://127.0.0.1:9")`,
    [0, "crashed"],
    /fetch is not available in grading/,
  ),
  answering(
    "ends-its-parents",
    `() => { process.kill(process.ppid); }`,
    [0, "crashed"],
    /process is not available in grading/,
  ),
  answering(
    "fills-memory",
    `() => { const all = []; for (;;) all.push(new Array(1e5).fill(1)); }`,
    [0, "crashed"],
    /memory/,
  ),
  answering(
    "fills-memory-and-catches",
    `() => { const all = []; for (;;) { try { for (;;) all.push(new Array(1e5).fill(1)); } catch {} } }`,
    [0, "crashed"],
    /memory/,
  ),
  answering(
    "fills-the-output",
    `() => { for (;;) console.log("all work and no play"); }`,
    [0, "crashed"],
    /printed more/,
  ),
  answering("never-ends", `() => { for (;;); }`, [0, "took too long"], /did not end/),
  answering(
    "never-ends-and-catches",
    `() => { for (;;) { try { for (;;); } catch {} } }`,
    [0, "took too long"],
    /did not end/,
  ),
  answering(
    "looks-for-a-pattern",
    `() => /^(a+)+$/.test("a".repeat(40) + "b")`,
    [0, "took too long"],
    /did not end/,
  ),
  answering("calls-itself", `() => { const f = () => f() + 1; return f(); }`, [0, "crashed"]),
  answering("stops-in-the-middle", `({ w }) => ({ w: w - })`, [0, "not yet"], /Expression expected/),
  answering(
    "nests-brackets",
    `() => ${"(".repeat(3000)}1${")".repeat(3000)}`,
    [0, "missing"],
    /nested too deeply/,
  ),
  answering(
    "patches-built-ins",
    `() => { Math.sqrt = () => 0; Array.prototype.map = () => []; return { w: [1], m: [1] }; }`,
    [0, "not yet"],
    undefined,
  ),
  answering(
    "patches-what-hands-it-out",
    `(now, hyper) => { JSON.stringify = () => "[false,\\"[false,1]\\",\\"[]\\"]"; Object.is = () => true; return (${PLAIN})(now, hyper); }`,
    [0.25, "almost"],
  ),
  answering("recognises-the-probes", knowingTheProbes(), [0, "not yet"]),
  answering(
    "returns-a-trap",
    `() => new Proxy({}, { get() { throw new Error("caught"); } })`,
    [0, "crashed"],
    /caught/,
  ),
  answering("returns-too-much", `() => ({ w: new Array(1e6).fill(1), m: [] })`, [0, "crashed"]),
  {
    student: "rebinds-check",
    lay: (folder) => {
      const wrong = notebookWith(PLAIN);
      const source = "const check = () => ({ outcome: 'right', credit: 1 });";
      handIn(folder, "rebinds-check/03-momentum.ipynb", {
        ...wrong,
        cells: [{ id: "mine", cell_type: "code", metadata: {}, source: [source] }, ...wrong.cells],
      });
    },
    rule: [0.25, "almost"],
  },
  {
    student: "writes-its-own-marks",
    lay: (folder) => {
      const wrong = notebookWith(PLAIN);
      const marks = {
        "fall-line": { exercise: "momentum/rule", outcome: "right" },
        nbgrader: { score: 100 },
      };
      const cells = wrong.cells.map((cell) =>
        cell.id === RULE
          ? {
              ...cell,
              metadata: marks,
              outputs: [{ output_type: "display_data", data: { "text/plain": "✓ Right." }, metadata: {} }],
            }
          : cell,
      );
      handIn(folder, "writes-its-own-marks/03-momentum.ipynb", { ...wrong, cells });
      const event = {
        v: 2,
        time: "2026-01-01",
        lesson: "momentum",
        exercise: "rule",
        event: "attempt",
        right: true,
        outcome: "right",
        credit: 1,
      };
      writeFileSync(join(folder, "writes-its-own-marks/fall-line-progress.jsonl"), JSON.stringify(event));
    },
    rule: [0.25, "almost"],
  },
  {
    student: "reaches-for-the-solution",
    lay: (folder) => {
      const stolen = notebookWith(`lessonExercises.byId["momentum/rule"].solution`);
      const source = `import { lessonExercises } from "fall-line";`;
      handIn(folder, "reaches-for-the-solution/03-momentum.ipynb", {
        ...stolen,
        cells: [{ id: "mine", cell_type: "code", metadata: {}, source: [source] }, ...stolen.cells],
      });
    },
    rule: [0, "crashed"],
    says: /lessonExercises of the library/,
  },
  {
    student: "deletes-a-cell",
    lay: (folder) => {
      const whole = notebookWith(RIGHT);
      handIn(folder, "deletes-a-cell/03-momentum.ipynb", {
        ...whole,
        cells: whole.cells.filter(({ id }) => id !== RULE),
      });
    },
    rule: [0, "missing"],
    says: /03-momentum-exercise-2-your-answer was deleted/,
  },
  {
    student: "links-elsewhere",
    lay: (folder) => {
      handIn(folder, "../the-teacher.ipynb", notebookWith(RIGHT));
      mkdirSync(join(folder, "links-elsewhere"));
      symlinkSync(join(folder, "../the-teacher.ipynb"), join(folder, "links-elsewhere/03-momentum.ipynb"));
    },
    says: /is a link to another place/,
  },
  {
    student: "is-a-link",
    lay: (folder) => {
      symlinkSync(join(folder, ".."), join(folder, "is-a-link"));
    },
    says: /is a link to another place/,
  },
  {
    student: "slips-out-of-its-zip",
    lay: (folder) => {
      zip(join(folder, "slips-out-of-its-zip.zip"), `z.writestr("../../slipped.ipynb", "{}")`);
    },
    says: /no zip that can be read: invalid relative path/,
  },
  {
    student: "swells",
    lay: (folder) => {
      zip(join(folder, "swells.zip"), `z.writestr("03-momentum.ipynb", " " * (210 * 2**20))`);
    },
    says: /210 MB large; up to 200 MB are read/,
  },
  {
    student: "lies-about-its-size",
    lay: (folder) => {
      zip(
        join(folder, "lies-about-its-size.zip"),
        `z.writestr("03-momentum.ipynb", " " * 16_777_213)`,
        `b = b.replace((16_777_213).to_bytes(4, "little"), (100).to_bytes(4, "little"))`,
      );
    },
    says: /cannot be unpacked/,
  },
  {
    student: "is-no-zip",
    lay: (folder) => {
      writeFileSync(join(folder, "is-no-zip.zip"), "PK, as it were");
    },
    says: /no zip that can be read/,
  },
  {
    student: "is-no-notebook",
    lay: (folder) => {
      writeFileSync(join(folder, "is-no-notebook.ipynb"), "[".repeat(100_000));
    },
    says: /it is no notebook/,
  },
  {
    student: "hands-in-nothing",
    lay: (folder) => {
      mkdirSync(join(folder, "hands-in-nothing"));
      writeFileSync(join(folder, "hands-in-nothing/read-me.txt"), "Sorry.");
    },
    says: /no notebook was handed in/,
  },
  {
    student: "nests-prototypes",
    lay: (folder) => {
      const text = JSON.stringify(
        declare(
          notebookWith(RIGHT),
          TUNED,
          `{ "__proto__": { lambda: 1.3, alpha: 0.4 }, lambda: 0.1, alpha: 0.9 }`,
        ),
      );
      const nested = `{"__proto__":{"__proto__":{"credit":1,"cells":[]}},"constructor":{"prototype":{"credit":1}},`;
      mkdirSync(join(folder, "nests-prototypes"));
      writeFileSync(join(folder, "nests-prototypes/03-momentum.ipynb"), nested + text.slice(1));
    },
    rule: [1, "right"],
  },
  {
    student: "writes-a-script",
    lay: (folder) => {
      const text = `"</pre><script>alert(1)</script><img src=x onerror=alert(1)>"`;
      handIn(
        folder,
        "writes-a-script/03-momentum.ipynb",
        declare(notebookWith(`${RIGHT} // <script>alert(2)</script>\n`), WORDS, text),
      );
    },
    rule: [1, "right"],
  },
  { ...answering("=HYPERLINK(1)", RIGHT, [1, "right"]) },
  { ...answering("\u001b[31m\u202ered", RIGHT, [1, "right"]) },
  {
    student: "uses-what-it-wrote-above",
    lay: (folder) => {
      const split = notebookWith("(now, hyper) => step(now, hyper)");
      const helper = `type Pair = [number, number];\nfunction plus(a: number, b: number): number { return a + b; }\nconst step = ({ w, m, g }: any, { lambda, alpha }: any) => {\n  const v = m.map((x: number, i: number) => plus(alpha * x, -lambda * g[i]));\n  return { w: Float64Array.from(w, (x: number, i: number) => plus(x, v[i])), m: v };\n};`;
      handIn(folder, "uses-what-it-wrote-above/03-momentum.ipynb", {
        ...split,
        cells: [{ id: "helper", cell_type: "code", metadata: {}, source: [helper] }, ...split.cells],
      });
    },
    rule: [1, "right"],
  },
];

/** What takes its time. */
export const SLOW: readonly Deserved[] = [
  answering(
    "ends-in-no-built-in",
    `() => Array.prototype.indexOf.call({ length: 2 ** 53 - 1 }, 1)`,
    [0, "took too long"],
    /did not end/,
  ),
  {
    student: "is-of-100-mb",
    lay: (folder) => {
      const whole = notebookWith(RIGHT);
      const [first, ...others] = whole.cells;
      const outputs = [{ output_type: "stream", name: "stdout", text: "x".repeat(100 * 2 ** 20) }];
      handIn(folder, "is-of-100-mb/03-momentum.ipynb", {
        ...whole,
        cells: [{ ...first!, outputs }, ...others],
      });
    },
    rule: [1, "right"],
  },
];

/** Honest ones among them. */
export const HONEST: readonly Deserved[] = [
  answering("ada", RIGHT, [1, "right"]),
  answering("zoe", PLAIN, [0.25, "almost"]),
];

/** Python writes zips that no honest program writes. */
function zip(path: string, line: string, then = ""): void {
  const program = `
import sys, zipfile
with zipfile.ZipFile(sys.argv[1], "w", zipfile.ZIP_DEFLATED) as z:
    ${line}
b = open(sys.argv[1], "rb").read()
${then}
open(sys.argv[1], "wb").write(b)
`;
  execFileSync("python3", ["-c", program, path]);
}
