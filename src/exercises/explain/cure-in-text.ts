/** What a text shows by itself, whatever numbers come of it. */
import { show, treeOf } from "../search/tree.ts";
import { holds, inLibrary } from "./mended-line.ts";
import { thrownAway } from "./unmoved.ts";

/** What to do about a line that cannot be meant as it stands: a sentence. @param what what is told of it */
export const cureInText = (source: string, what = ""): string | undefined =>
  thrownAway(source) ??
  beginsAnew(source) ??
  cancelled(source) ??
  halfSpan(source) ??
  (/\bis (?:added|subtracted)\b/.test(what) ? oneSided(source) : undefined) ??
  (/\b(?:not|nothing is) (?:divided|multiplied) by\b/.test(what) ? undone(source, what) : undefined);

const LOOP = /\b(?:for|while)\s*\(([^{}]*?)\)\s*(?:\{([^{}]*)\}|([^;{}\n]+))/g;
const COUNTS = /^(?:\w+(?:\+\+|--)|\w+\s*[-+]=\s*1)$/;

const allWordsOf = (text: string): string[] => text.match(/[A-Za-z_$][\w$]*/g) ?? [];

/** A loop that sets one variable, and never from what it was. */
function beginsAnew(source: string): string | undefined {
  for (const [, head, block, single] of source.matchAll(LOOP)) {
    const statements = (block ?? single!)
      .split(/[;\n]/)
      .map((one) => one.trim())
      .filter((one) => one !== "");
    const [only, ...others] = statements.filter((one) => !COUNTS.test(one));
    const [, name, value] = /^(\w+)\s*=(?![=>])\s*(.+)$/.exec(only ?? "") ?? [];
    if (name === undefined || others.length > 0) continue;
    const counters = statements.filter((one) => COUNTS.test(one));
    const changing = new Set([name, ...allWordsOf([head!, ...counters].join(" "))]);
    if (!allWordsOf(value!).some((word) => changing.has(word)))
      return `Each round of the loop sets ${name} to the same again, and does not go on from ${name}.`;
  }
  return undefined;
}

/** A term that stands in a sum with both signs. */
function cancelled(source: string): string | undefined {
  for (const { 0: start, index } of source.matchAll(/=>|(?<![=!<>])=(?![=>])|\breturn\b/g)) {
    const terms = termsFrom(source, index + start.length);
    const twice = terms.find(
      ({ sign, text }) =>
        /[A-Za-z]/.test(text) && terms.some((other) => other.text === text && other.sign === -sign),
    );
    if (twice !== undefined)
      return `${twice.text} is added and subtracted again, so it cancels: what belongs together needs parentheses.`;
  }
  return undefined;
}

/** The terms of the sum that begins at a place, with their signs; none where it is no plain sum. */
function termsFrom(source: string, from: number): { readonly sign: number; readonly text: string }[] {
  const terms = [{ sign: 1, text: "" }];
  let depth = 0;
  for (let i = from; i < source.length; i++) {
    const one = source[i]!;
    if ("([{".includes(one)) depth += 1;
    if (")]}".includes(one) && (depth -= 1) < 0) break;
    if (depth === 0 && (one === ";" || one === ",")) break;
    if (depth === 0 && "?<>&|=:".includes(one)) return [];
    const isBetween = depth === 0 && "+-".includes(one) && /[\w)\]]\s*$/.test(terms.at(-1)!.text);
    if (isBetween) terms.push({ sign: one === "+" ? 1 : -1, text: "" });
    else terms.at(-1)!.text += one;
  }
  return terms.map(({ sign, text }) => ({ sign, text: text.trim() }));
}

const CENTRAL = /\([^()]*\([^()]*\+\s*([\w$]+)[^()]*\)\s*-\s*[^()]*\([^()]*-\s*\1\b[^()]*\)\s*\)\s*\/\s*\1\b/;

/** A difference between points 2·h apart that is divided by h. */
function halfSpan(source: string): string | undefined {
  const [, h] = CENTRAL.exec(source) ?? [];
  return h && `The two points are 2·${h} apart, and their difference is divided by ${h}.`;
}

const ONE_SIDED: readonly (readonly [where: string, sign: RegExp])[] = [
  ["ahead", /\+\s*(\w+)\)[^]*\/\s*\1\b/],
  ["before", /-\s*(\w+)\)[^]*\/\s*\1\b/],
];

/** A difference to a point h ahead, or h before, that is taken for the slope. */
function oneSided(source: string): string | undefined {
  const [told, other] = ONE_SIDED.flatMap(([where, sign]) => {
    const [, h] = sign.exec(source) ?? [];
    return h === undefined ? [] : [`The difference from a point to the one ${h} ${where} is the slope about half way between them.`]; // prettier-ignore
  });
  return other === undefined ? told : undefined;
}

/** A group that divides in one place and multiplies in another, where what is told is that nothing is by it. */
function undone(source: string, what: string): string | undefined {
  const groups = source.matchAll(/([*/])\s*\(((?:[^()]|\([^()]*\))*)\)/g);
  const all = Array.from(groups, ([, sign, text]) => ({ sign, text: text!.replace(/\s+/g, " ").trim() }));
  const both = all.find(({ text, sign }) => all.some((one) => one.text === text && one.sign !== sign));
  const told = both && inLibrary(both.text, []);
  return told !== undefined && holds(() => what.includes(`by ${show(treeOf(told))}`))
    ? `Your text divides by ${both!.text} and multiplies by it again, so that it cancels.`
    : undefined;
}
