import { remembered } from "../../remembered.ts";
import { EquationError } from "../../errors.ts";
import { symbolsIn } from "../../math/line.ts";
import { nameText, OLD } from "../../math/text.ts";
import { checkLine, type Line, linesOf } from "../../rules/check.ts";
import type { Equation, Rule } from "../../rules/rule.ts";
import { ofLookAhead, placeWithin } from "../search/called.ts";
import { changesOf, comparesSteps } from "./line.ts";
import type { Names } from "./slips.ts";
import { plain, renamed } from "./text.ts";

/** A wrong version of a rule. */
export interface Mutant {
  readonly rule: Rule;
  /** What is wrong in it, as a clause. */
  readonly what: string;
  /** The same for the same equations. */
  readonly key: string;
}

type Lines = Record<string, Equation>;

const slips = new WeakMap<Rule, readonly Mutant[]>();

/** Every wrong version of a rule by one slip that is a rule at all, whether or not it computes something else. */
export function slipsOf(rule: Rule): readonly Mutant[] {
  return remembered(slips, rule, () => findSlips(rule));
}

function findSlips(rule: Rule): readonly Mutant[] {
  const start = keyOf(rule);
  const found = new Map<string, Mutant>();
  for (const mutant of [...lineSlips(rule), ...wholeSlips(rule)]) {
    if (mutant.key !== start && !found.has(mutant.key) && [...linesOf(mutant.rule)].every(isGood))
      found.set(mutant.key, mutant);
  }
  return [...found.values()];
}

const judged = new Map<string, boolean>();

/** Are names in order and do shapes go together? The same line in the same place is judged once. */
function isGood(line: Line): boolean {
  const { name, text, shape, shapes, later } = line;
  const key = [name, shape, text, ...[...shapes].flat(), "", ...later].join(" ");
  return remembered(judged, key, () => passes(line));
}

function passes(line: Line): boolean {
  try {
    checkLine(line);
    return true;
  } catch (error) {
    if (error instanceof EquationError) return false;
    throw error;
  }
}

/** The equations of a rule as one text. */
export function keyOf({ gradientAt, equations }: Rule): string {
  const lines = Object.entries(equations).map(([name, { text }]) => `${name} = ${plain(text)}`);
  return [plain(gradientAt), ...lines].join("; ");
}

const isReturned = ({ state }: Rule, name: string): boolean => name === "w" || Object.hasOwn(state, name);

function* lineSlips(rule: Rule): Generator<Mutant> {
  const names = Object.keys(rule.equations).filter((name) => !name.endsWith(OLD));
  for (const name of names) {
    const line = nameText(name);
    const inLine = isReturned(rule, name) ? `in the line of ${line}, ` : placeWithin([line], "w");
    const place = names.length > 1 ? inLine : "";
    for (const { text, what } of changesOf(rule.equations[name]!.text, namesAt(rule, name))) {
      yield mutant(rule, `${place}${what}`, { equations: withLine(rule, name, text) });
    }
  }
}

function namesAt(rule: Rule, line: string): Names {
  const before = Object.keys(rule.equations);
  before.splice(before.indexOf(line));
  const derived = before.filter((name) => name !== "w" && rule.equations[name]!.shape === "vector");
  const states = Object.keys(rule.state).filter((name) => rule.state[name]!.shape === "vector");
  const hyper = Object.entries(rule.hyperparameters);
  return {
    shares: hyper.flatMap(([name, { range }]) => (range === "fraction" || range === "share" ? [name] : [])),
    epsilon: hyper.find(([name]) => name === "epsilon")?.[0],
    rate: rule.rate,
    vectors: [...new Set(["g", ...states, ...derived])].filter((name) => !name.endsWith(OLD)),
  };
}

function* wholeSlips(rule: Rule): Generator<Mutant> {
  yield* staleSlips(rule);
  yield* storedSlips(rule);
  yield* placeSlips(rule);
  yield* aheadSlips(rule);
  yield* twiceSlips(rule);
  yield* everywhereSlips(rule);
}

/** A line uses what a state was before this step. */
function* staleSlips(rule: Rule): Generator<Mutant> {
  const names = Object.keys(rule.equations);
  for (const state of Object.keys(rule.state)) {
    const old = `${state}${OLD}`;
    if (rule.state[state]!.shape !== "vector" || Object.hasOwn(rule.equations, old)) continue;
    for (const line of names.slice(names.indexOf(state) + 1)) {
      const { text } = rule.equations[line]!;
      if (!symbolsIn(text).has(state)) continue;
      const equations: Lines = {
        [old]: { text: state, shape: "vector" },
        ...withLine(rule, line, renamed(text, state, old)),
      };
      const of = isReturned(rule, line) ? "the line of " : "";
      yield mutant(rule, `${of}${nameText(line)} uses the old ${nameText(state)}`, { equations });
    }
  }
}

/** A term made from a state is stored back into it. */
function* storedSlips(rule: Rule): Generator<Mutant> {
  for (const [name, { text }] of Object.entries(rule.equations)) {
    if (name === "w" || Object.hasOwn(rule.state, name)) continue;
    const [state, other] = [...symbolsIn(text)].filter((symbol) => Object.hasOwn(rule.state, symbol));
    if (state === undefined || other !== undefined) continue;
    const stored = renamed(text, state, rule.equations[state]!.text);
    const equations = { ...withLine(rule, state, stored), [name]: { ...rule.equations[name]!, text: state } };
    yield mutant(rule, `${nameText(name)} is stored back into ${nameText(state)}`, { equations });
  }
}

/** The gradient is taken somewhere else. */
function* placeSlips(rule: Rule): Generator<Mutant> {
  const names = { ...namesAt(rule, "w"), vectors: [] };
  if (rule.gradientAt === "w") {
    const velocity = Object.keys(rule.state).find((name) => rule.equations[name]?.role === "velocity");
    const [share] = names.shares;
    if (velocity === undefined || share === undefined) return;
    yield mutant(rule, `the gradient is taken ahead, at w + ${nameText(share)}·${nameText(velocity)}`, {
      gradientAt: `w + ${share}*${velocity}`,
    });
    return;
  }
  for (const { text, what } of changesOf(rule.gradientAt, names)) {
    yield mutant(rule, ofLookAhead(text === "w" ? undefined : what), { gradientAt: text });
  }
  if (rule.rate !== undefined && names.shares.length > 0) {
    const [share] = names.shares as [string];
    yield mutant(
      rule,
      `the gradient is taken ahead by ${nameText(rule.rate)} and not by ${nameText(share)}`,
      {
        gradientAt: renamed(rule.gradientAt, share, rule.rate),
      },
    );
  }
}

/** The step starts from the point ahead, at which the gradient is taken, or ends there. */
function* aheadSlips(rule: Rule): Generator<Mutant> {
  const velocity = Object.keys(rule.state).find((name) => rule.equations[name]?.role === "velocity");
  if (rule.gradientAt === "w" || velocity === undefined) return;
  const old = `${velocity}${OLD}`;
  const ahead = renamed(rule.gradientAt, velocity, old);
  const ways = {
    "the step starts from the look-ahead point and not from w": renamed(
      rule.equations["w"]!.text,
      "w",
      ahead,
    ),
    "the look-ahead point is returned as w": ahead,
  };
  for (const [what, w] of Object.entries(ways))
    yield mutant(rule, what, {
      equations: { [old]: { text: velocity, shape: "vector" }, ...withLine(rule, "w", w) },
    });
}

/** The gradient, which is in the velocity already, is added to w once more. */
function* twiceSlips(rule: Rule): Generator<Mutant> {
  const hasVelocity = Object.values(rule.equations).some(({ role }) => role === "velocity");
  const text = rule.equations["w"]!.text;
  if (rule.rate === undefined || !hasVelocity || symbolsIn(text).has("g")) return;
  const step = `${nameText(rule.rate)}·g`;
  yield mutant(rule, `the step ${step} is added once more`, {
    equations: withLine(rule, "w", `${text} - ${rule.rate}*g`),
  });
}

/** One hyperparameter is used for another in all lines, or t is wrong in all of them. */
function* everywhereSlips(rule: Rule): Generator<Mutant> {
  const { shares } = namesAt(rule, "w");
  for (const name of shares) {
    for (const other of shares.filter((share) => share !== name)) {
      yield mutant(rule, `${nameText(other)} is used for ${nameText(name)} everywhere`, {
        equations: everyLine(rule, name, other),
      });
    }
  }
  for (const [i, name] of shares.entries())
    for (const other of shares.slice(i + 1))
      yield mutant(rule, `${nameText(name)} and ${nameText(other)} have changed places everywhere`, {
        equations: exchanged(rule, name, other),
      });
  if (Object.values(rule.equations).some(({ text }) => comparesSteps(text))) return;
  yield mutant(rule, "t is one too small everywhere", { equations: everyLine(rule, "t", "t - 1") });
  yield mutant(rule, "t is one too large everywhere", { equations: everyLine(rule, "t", "t + 1") });
}

function everyLine(rule: Rule, name: string, by: string): Lines {
  return Object.fromEntries(
    Object.entries(rule.equations).map(([line, equation]) => [
      line,
      { ...equation, text: renamed(equation.text, name, by) },
    ]),
  );
}

/** All lines with two names exchanged, by way of a third one. */
function exchanged(rule: Rule, name: string, other: string): Lines {
  const away = { ...rule, equations: everyLine(rule, name, "away") };
  const moved = { ...rule, equations: everyLine(away, other, name) };
  return everyLine(moved, "away", other);
}

/** The lines with one text changed; their order stays. */
function withLine({ equations }: Rule, name: string, text: string): Lines {
  return { ...equations, [name]: { ...equations[name]!, text } };
}

function mutant(
  rule: Rule,
  what: string,
  changes: { readonly equations?: Lines; readonly gradientAt?: string },
): Mutant {
  const changed = { ...rule, ...changes };
  return { rule: changed, what, key: keyOf(changed) };
}
