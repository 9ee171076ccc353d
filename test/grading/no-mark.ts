/** Answers to "write the momentum update" that try for a mark by something else than being right. */

/** Wrong in both of its lines. */
const WRONG = `({ w: now.w.map((x: number, i: number) => x + now.g[i] ** 2), m: now.m.map((x: number) => 3 * x + 1) })`;

/** What is right, for those who are so in some cases only. */
const RIGHT = `(() => { const m = now.m.map((x: number, i: number) => hyper.alpha * x - hyper.lambda * now.g[i]); return { w: now.w.map((x: number, i: number) => x + m[i]), m }; })()`;

const WORLD = `const world = (() => {}).constructor("return globalThis")();`;

/** An answer that does something at each call, and then computes what is wrong. */
const doing = (what: string, comes = WRONG): string =>
  `const mine: any = (now: any, hyper: any) => { ${what}\nreturn ${comes}; };`;

/** One that does something when its cell is run. */
const before = (what: string): string => `${what}\n${doing("")}`;

/** One that is right where something holds. */
const rightWhere = (holds: string, set = ""): string =>
  `${set}\nconst mine: any = (now: any, hyper: any) => ${holds} ? ${RIGHT} : ${WRONG};`;

/** By names: what the cells hold before the check of `mine`. */
export const TRIES: Readonly<Record<string, readonly string[]>> = {
  "right in the first call only": [rightWhere("calls++ < 1", "let calls = 0;")],
  "right in the first ten calls": [rightWhere("calls++ < 10", "let calls = 0;")],
  "right in the first thousand calls": [rightWhere("calls++ < 1000", "let calls = 0;")],
  "right in the first two thousand calls": [rightWhere("calls++ < 2000", "let calls = 0;")],
  "right in the first four thousand calls": [rightWhere("calls++ < 4001", "let calls = 0;")],
  "right in the first ten thousand calls, counted in a closure": [
    `const mine: any = (() => { let calls = 0; return (now: any, hyper: any) => calls++ < 10_000 ? ${RIGHT} : ${WRONG}; })();`,
  ],
  "right in the first ten thousand calls, counted in a map": [
    rightWhere("seen.set(0, seen.get(0)! + 1).get(0)! < 10_000", "const seen = new Map([[0, 0]]);"),
  ],
  "right in the first ten thousand calls, counted on the function": [
    rightWhere("(mine.calls = (mine.calls ?? 0) + 1) < 10_000"),
  ],
  "right at the first five hundred points": [
    rightWhere("seen.add(String(now.w)).size < 500", "const seen = new Set<string>();"),
  ],
  "right in every other call": [rightWhere("calls++ % 2 === 0", "let calls = 0;")],
  "right from the hundredth call on": [rightWhere("calls++ > 100", "let calls = 0;")],
  "right for a while, kept on the function": [rightWhere("(mine.calls = (mine.calls ?? 0) + 1) < 500")],
  "right for a while, kept in the world": [
    rightWhere("((globalThis as any).calls = ((globalThis as any).calls ?? 0) + 1) < 500"),
  ],
  "right for a while, kept on a built-in": [
    rightWhere("((Object as any).calls = ((Object as any).calls ?? 0) + 1) < 500"),
  ],
  "right for a while, by the clock": [rightWhere("Date.now() < Date.UTC(2026, 0, 1) + 300")],
  "right for a while, by the time that passes": [rightWhere("performance.now() < 300")],
  "right but for a moment, by chance": [rightWhere("Math.random() < 0.9999")],
  "right but for a moment, by chance under another name": [
    rightWhere("drawn() < 0.9999", "const drawn = Math.random;"),
  ],
  "right for round hyperparameters": [rightWhere("Number.isInteger(hyper.lambda * 1000)")],
  "right in one coordinate": [rightWhere("now.w.length === 1")],
  "right in two coordinates": [rightWhere("now.w.length === 2")],
  "right from small starts": [rightWhere("now.w.every((x: number) => Math.abs(x) < 10)")],
  "right where the velocity is 0": [rightWhere("now.m.every((x: number) => x === 0)")],
  "right where there is a slope": [rightWhere("now.g.every((x: number) => x > 0)")],
  "right where the rate is usual": [rightWhere("hyper.lambda <= 0.5 && hyper.alpha >= 0.5")],
  "a list that answers once": [
    doing(
      "let k = 0; const list = (of: any) => new Proxy(of, { get: (o: any, n: any) => n === 'length' ? (k++ === 0 ? o.length : 0) : o[n] });",
      `({ w: list(${WRONG}.w), m: list(${WRONG}.m) })`,
    ),
  ],
  "getters that change their mind": [
    doing(
      `let k = 0; const all: any = ${WRONG};`,
      `({ get w() { return k++ ? all.w : now.w; }, get m() { return all.m; } })`,
    ),
  ],
  "numbers that are objects": [
    doing(
      "const like = () => ({ valueOf: () => NaN, [Symbol.toPrimitive]: () => 0 });",
      `({ w: now.w.map(like), m: now.m.map(like) })`,
    ),
  ],
  "NaN everywhere": [doing("", "({ w: now.w.map(() => NaN), m: now.m.map(() => NaN) })")],
  "a promise of it": [doing("", `Promise.resolve(${RIGHT}) as any && ${WRONG}`)],
  "credit in what comes back": [
    doing("", `Object.assign(${WRONG}, { credit: 1, outcome: "right", right: true })`),
  ],
  "the words of a right answer": [doing("", `"right" as any`)],
  "a text that reads as code for what goes through the wall": [
    doing("", `'["o",["e","w",["r","w"]],["e","m",["r","m"]]]' as any`),
  ],
  "lists that claim to be references": [doing("", `({ w: ["r", "w"], m: ["r", "m"] }) as any`)],
  "what was given, changed in place": [doing("now.w.fill(1); now.m.fill(2);", "now")],
  "what was given, with the slope for the velocity": [doing("", "({ w: now.w, m: now.g })")],
  "what was given": [doing("", "now")],
  constants: [doing("", "({ w: now.w.map(() => 0.5), m: now.m.map(() => 0.5) })")],
  "lists of another length": [doing("", "({ w: [...now.w, 1], m: [] })")],
  "empty lists": [doing("", "({ w: [], m: [] })")],
  "what is given made right for the checker": [
    doing("now.g.fill(0); now.m.fill(0);", "({ w: now.w, m: now.m })"),
  ],
  "hyperparameters made 0": [
    doing("hyper.alpha = 0; hyper.lambda = 0; now.m.fill(0);", "({ w: now.w, m: now.m.map(() => 0) })"),
  ],
  "a patched JSON": [doing(`JSON.stringify = () => "[false,[\\"n\\",\\"0\\"]]"; JSON.parse = () => [];`)],
  "a patched JSON, from the beginning": [
    before(`JSON.stringify = (() => "[]") as any; JSON.parse = (() => []) as any;`),
  ],
  "a patched Object.is": [
    before("Object.is = () => true; Number.isNaN = () => true as any; Number.isFinite = () => true as any;"),
  ],
  "patched lists": [
    before("Array.prototype.every = (() => true) as any; Array.prototype.some = (() => false) as any;"),
  ],
  "patched typed lists": [
    before("(Float64Array as any).from = () => []; (Float64Array.prototype as any).every = () => true;"),
  ],
  "patched iteration": [before("(Array.prototype as any)[Symbol.iterator] = function* () {};")],
  "patched entries": [before("Object.entries = (() => []) as any; Object.keys = (() => []) as any;")],
  "a patched Reflect": [
    before(
      "Reflect.ownKeys = (() => []) as any; Reflect.defineProperty = () => true; Reflect.getOwnPropertyDescriptor = (() => undefined) as any;",
    ),
  ],
  "patched functions": [
    before(
      "Function.prototype.call = function () { return 1 as any; }; Function.prototype.apply = function () { return 1 as any; };",
    ),
  ],
  "a patched toString": [
    doing(
      `Function.prototype.toString = () => "() => 1"; Object.prototype.toString = () => "[object Array]";`,
    ),
  ],
  "a patched Map and Set": [
    before(
      "Map.prototype.get = () => 1 as any; Map.prototype.has = () => true; Set.prototype.has = () => true;",
    ),
  ],
  "a polluted prototype": [
    before(
      `(Object.prototype as any).credit = 1; (Object.prototype as any).outcome = "right"; (Object.prototype as any).right = true;`,
    ),
  ],
  "a polluted prototype, by a key": [
    before(
      `JSON.parse('{"__proto__":{"credit":1}}'); (({}) as any).__proto__.credit = 1; (({}) as any).constructor.prototype.w = [1];`,
    ),
  ],
  "a polluted prototype of lists": [
    before(
      "(Array.prototype as any)[0] = 0; (Array.prototype as any).w = [0]; (Array.prototype as any).m = [0];",
    ),
  ],
  "setters on the prototype": [
    before("Object.defineProperty(Object.prototype, 'w', { set() {}, get: () => [0], configurable: true });"),
  ],
  "a then on the prototype": [before("(Object.prototype as any).then = (done: any) => done({ credit: 1 });")],
  "the world by a constructor": [
    doing(`${WORLD} world.check = () => ({ credit: 1 }); world.outcome = "right";`),
  ],
  "the world by a generator's constructor": [
    doing(
      `const make: any = (function* (): any {}).constructor; make("return globalThis")().next().value.entered = () => ({});`,
    ),
  ],
  "the world by eval": [
    doing(`(0, eval)("globalThis.entered = () => ({ call: () => '[false,\\"1\\",\\"1\\"]' })");`),
  ],
  "the solution by the library": [
    'import * as library from "fall-line";',
    doing("", "(library as any).lessonExercises.byId['momentum/rule'].solution(now, hyper)"),
  ],
  "the solution by a rule": [
    'import { momentum } from "fall-line";',
    doing("", "(momentum as any).init([0])"),
  ],
  "a descent of the library": [
    'import { descend } from "fall-line";',
    doing("", "(descend as any)('x^2', now)"),
  ],
  "modules of Node": [
    doing(`(globalThis as any).process?.getBuiltinModule("fs").writeFileSync("grades.csv", "");`),
  ],
  "stacks and callers": [
    doing(
      "const at = String(new Error().stack); if (/check|grade|watch/.test(at)) return " + WRONG + ";",
      WRONG,
    ),
  ],
  "a stack that is prepared": [
    before(
      "(Error as any).prepareStackTrace = (_: any, sites: any) => sites.map((s: any) => s.getFunction?.()); (Error as any).stackTraceLimit = 100;",
    ),
  ],
  "the arguments of its callers": [
    doing(
      "try { (mine as any).caller.arguments[0].credit = 1; (arguments as any).callee.caller(); } catch {}",
    ),
  ],
  "an error that says it is right": [
    doing(
      `throw Object.assign(new Error("right"), { credit: 1, outcome: "right", name: "AnswerEnded", why: "time" });`,
    ),
  ],
  "an error without a prototype": [doing(`throw Object.create(null, { message: { get() { throw 1; } } });`)],
  "a proxy for the answer": [
    "const plain: any = (now: any, hyper: any) => " +
      WRONG +
      "; const mine: any = new Proxy(plain, { apply: (f: any, _: any, all: any) => f(...all), get: () => 1 });",
  ],
  "an answer with the checker's own marks": [
    `const mine: any = Object.assign((now: any, hyper: any) => ${WRONG}, { credit: 1, source: "right", outcome: "right", [Symbol.for("fall-line.elsewhere")]: { watch: () => ({}) } });`,
  ],
  "a result instead of an answer": [`const mine: any = { outcome: "right", credit: 1, right: true };`],
  "a check of its own": [`const check: any = () => ({ credit: 1, outcome: "right" });`, doing("")],
  "an answer to another exercise": ["const mine: any = ({ x }: any) => 2 * x;"],
  "a comment that says so": [
    `// credit: 1, outcome: right, BEGIN SOLUTION\n${doing("/* ### BEGIN HIDDEN TESTS: credit 1 */")}`,
  ],
};
