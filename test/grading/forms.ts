/** The forms in which one and the same function may be handed in: what stands in the cells of a notebook. */

/** An answer as a student writes it: a function as an expression, with types. */
export interface Form {
  readonly name: string;
  /** The cells before the one that checks it. */
  readonly cells: (answer: string) => readonly string[];
  /** What is handed to `check`, where it is not `mine`. */
  readonly checked?: string;
}

const form = (name: string, cells: Form["cells"], checked?: string): Form => ({
  name,
  cells,
  ...(checked === undefined ? {} : { checked }),
});

/** What stands for the type of the answer, so that what its functions are given has types too. */
const FUNCTION = "Asked";

export const FORMS: readonly Form[] = [
  form("a constant", (answer) => [`const mine: ${FUNCTION} = ${answer};`]),
  form("without a semicolon", (answer) => [`const mine: ${FUNCTION} = ${answer}`]),
  form("a declaration that calls it", (answer) => [
    `function mine(...inputs: Parameters<Asked>): any { return inner(...inputs); }\nconst inner: ${FUNCTION} = ${answer};`,
  ]),
  form("an alias of another cell", (answer) => [`const go: ${FUNCTION} = ${answer};`, "const mine = go;"]),
  form("a static method", (answer) => [
    `class Answers { static step: ${FUNCTION} = ${answer}; }\nconst mine = Answers.step;`,
  ]),
  form("a method of an object of a class", (answer) => [
    `class Answers { #step: ${FUNCTION} = ${answer}; step(...inputs: Parameters<Asked>) { return this.#step(...inputs); } }`,
    "const one = new Answers();\nconst mine = (...inputs: Parameters<Asked>) => one.step(...inputs);",
  ]),
  form("a helper of another cell", (answer) => [
    `const helper = (...inputs: Parameters<Asked>): any => { const inner: ${FUNCTION} = ${answer}; return inner(...inputs); };`,
    "const mine = (...inputs: Parameters<Asked>) => helper(...inputs);",
  ]),
  form("a namespace", (answer) => [
    `namespace Mine { export const step: ${FUNCTION} = ${answer}; }`,
    "const mine = Mine.step;",
  ]),
  form("a namespace of the same cell, by import", (answer) => [
    `namespace Mine { export const step: ${FUNCTION} = ${answer}; }\nimport step = Mine.step;\nconst mine = step;`,
  ]),
  form("chosen by an enum", (answer) => [
    "enum Which { first, second }",
    `const all: Record<Which, ${FUNCTION}> = { [Which.first]: () => 0, [Which.second]: ${answer} };\nconst mine = all[Which.second];`,
  ]),
  form(
    "taken apart",
    (answer) => [
      `const all: { steps: (${FUNCTION})[] } = { steps: [${answer}] };\nconst { steps: [mine] } = all;`,
    ],
    "mine!",
  ),
  form("made by a function", (answer) => [
    `function make(): ${FUNCTION} { return ${answer}; }`,
    "const mine = make();",
  ]),
  form("called at once", (answer) => [`const mine: ${FUNCTION} = (() => ${answer})();`]),
  form(
    "from a generator",
    (answer) => [
      `function* answers(): Generator<${FUNCTION}> { yield ${answer}; }`,
      "const [mine] = answers();",
    ],
    "mine!",
  ),
  form("awaited", (answer) => [
    `const later: Promise<${FUNCTION}> = Promise.resolve(${answer} satisfies Asked);`,
    "const mine = await later;",
  ]),
  form("declared first, given later", (answer) => [`let mine: ${FUNCTION};`, `mine = ${answer};`]),
  form("given by a function that is called", (answer) => [
    `let mine: ${FUNCTION} = () => 0;\nfunction setUp() { mine = ${answer}; }`,
    "setUp();",
  ]),
  form(
    "put into what is handed over",
    (answer) => [
      `const all: Record<string, ${FUNCTION}> = {};\nObject.assign(all, { step: ${answer} satisfies Asked });`,
    ],
    'all["step"]!',
  ),
  form("declared twice, the last one counts", (answer) => [
    "const mine = () => 0;",
    `{ const mine = 1; void mine; }\nconst inner: ${FUNCTION} = ${answer};`,
    "function mine(...inputs: Parameters<Asked>): any { return inner(...inputs); }",
  ]),
  form("overloads", (answer) => [
    `function mine(now: any): any;\nfunction mine(now: any, hyper: any): any;\nfunction mine(...inputs: any): any { return inner(...(inputs as Parameters<Asked>)); }\nconst inner: ${FUNCTION} = ${answer};`,
  ]),
  form("types beside it", (answer) => [
    `interface Step { (...inputs: Parameters<Asked>): any }\ntype Same<T> = T;\ndeclare const nowhere: number;`,
    `const mine = ${answer} satisfies Same<Step> as Same<Step>;`,
  ]),
  form("names that shadow others", (answer) => [
    "const w = 5, m = [], g = null, lambda = 'text', x = () => 0;",
    `const mine: ${FUNCTION} = ${answer};`,
  ]),
  form("constants made in loops", (answer) => [
    "let one = 0;\nconst table: number[] = [];\nfor (let i = 0; i < 3; i++) table.push(i);\nfor (const k of table) if (k === 1) one = k;",
    `const mine = (...inputs: Parameters<Asked>) => { const inner: ${FUNCTION} = ${answer}; return one === 1 ? inner(...inputs) : 0; };`,
  ]),
  form("default arguments", (answer) => [
    `const inner: ${FUNCTION} = ${answer};\nfunction mine(now: any = {}, hyper: any = {}, f: any = inner) { return f(now, hyper); }`,
  ]),
  form("exported", (answer) => [`export const mine: ${FUNCTION} = ${answer};`]),
  form("a closure over a var of a block", (answer) => [
    `if (true) { var hidden: ${FUNCTION} = ${answer}; }`,
    "const mine = hidden;",
  ]),
  form("behind a cell that stops", (answer) => [
    `const mine: ${FUNCTION} = ${answer};\nthrow new Error("here");`,
  ]),
  form("written in the check", () => [], "ANSWER"),
];

/** Answers that the compiler refuses, or that stop before they are there. */
export const REFUSED: readonly Form[] = [
  form("an error of types in its cell", (answer) => [
    `const mine: ${FUNCTION} = ${answer};\nconst count: string = 1;`,
  ]),
  form("a name that is nowhere", (answer) => [`const mine: ${FUNCTION} = nowhere ?? (${answer});`]),
  form("half a line", (answer) => [`const mine: ${FUNCTION} = ${answer};\nconst k = ;`]),
  form("a parameter without a type", (answer) => [
    `function mine(now, hyper) { return inner(now, hyper); }\nconst inner: ${FUNCTION} = ${answer};`,
  ]),
];
