import { nearest } from "../../nearest.js";
import { nameText } from "../../math/text.ts";
import type { Mistake } from "../mistake.ts";
import type { Watched } from "../run/candidate.ts";

/** What only a text can tell of an answer whose numbers tell nothing. */
export const seenInText = (source: string): Mistake | undefined =>
  /\bindexOf\(/.test(source) ? BY_VALUE : mathInText(source);

const BY_VALUE: Mistake = {
  id: "index: by value",
  sentence:
    "the index is looked up by value with indexOf, which finds the wrong one where two coordinates are equal",
  cure: "map gives the index as its second argument: w.map((x, i) => ...).",
};

/** Names in Math that are misspelt, or functions of it that are used without being called. */
function mathInText(source: string): Mistake | undefined {
  const own = Object.getOwnPropertyNames(Math);
  for (const { 0: whole, 1: name, index } of source.matchAll(/\bMath\.(\w+)/g)) {
    const like = own.find((one) => one.toLowerCase() === name!.toLowerCase()) ?? nearest(name!, own);
    if (!own.includes(name!))
      return {
        id: `name: Math.${name!}`,
        sentence: `there is no Math.${name!}, so it is undefined`,
        cure: like === undefined ? "Look its name up." : `Did you mean Math.${like}?`,
      };
    const isOperand =
      /[-+*/%]\s*$/.test(source.slice(0, index)) || /^\s*[-+*/%]/.test(source.slice(index + whole.length));
    const isCalled = /^\s*\(/.test(source.slice(index + whole.length));
    if (isOperand && !isCalled && typeof Reflect.get(Math, name!) === "function")
      return {
        id: `name: Math.${name!} not called`,
        sentence: `Math.${name!} is a function, and it is computed with as if it were a number`,
        cure: `Call it: Math.${name!}(...).`,
      };
  }
  return undefined;
}

const DOMAINS: readonly (readonly [sign: RegExp, id: string, what: string])[] = [
  [/`[^`]*\$\{[^`]*\$\{[^`]*`|`\s*\+\s*`|String\(/, "joined", "a text that is joined of two numbers"],
  [/Math\.log\(/, "logarithm", "the logarithm of a number below 0"],
  [/Math\.sqrt\(/, "root", "the root of a number below 0"],
];

/** What a text says of a formula that gives hardly any numbers. */
export function formulaWithoutNumbers(source: string): Mistake | undefined {
  const misused = misusedIn(source);
  const domain = DOMAINS.find(([sign]) => sign.test(source));
  if (misused !== undefined || domain === undefined) return misused;
  const [, id, what] = domain;
  return {
    id: `NaN: ${id}`,
    sentence: `hardly any number comes out: ${what} is NaN`,
    cure: "Is it the function that you mean?",
  };
}

const XOR: Mistake = {
  id: "NaN: xor",
  sentence: "^ is no power in TypeScript: it is xor, bit by bit, and no number comes out",
  cure: "A power is **.",
};

const misusedIn = (source: string): Mistake | undefined =>
  mathInText(source) ?? (source.includes("^") ? XOR : undefined);

const notCalled = (name: string, cure: string): Mistake => ({
  id: `name: ${name} not called`,
  sentence: `${name} is a function and is used as if it were a list`,
  cure,
});

/** What a text says of a result that is NaN throughout. @param seen what was seen to make it so */
export function nothingButNaN(source: string, seen?: Mistake): Mistake {
  const misused = misusedIn(source) ?? seen;
  if (misused !== undefined) return misused;
  const block = /=>\s*\{(?![^{}]*return)[^{}]*;?\s*\}/.test(source);
  const called = [...source.matchAll(/(?:const|let|var)\s+(\w+)\s*=\s*\([^()]*\)\s*=>/g)].find(([, name]) =>
    source.includes(`${name!}[`),
  );
  if (called !== undefined) return notCalled(called[1]!, "Make a list with it: g.map(...).");
  return block
    ? {
        id: "NaN: braces without return",
        sentence:
          "something undefined is computed with, which gives NaN: a function with braces gives back only what return says",
        cure: "Write return in it, or take the braces away.",
      }
    : {
        id: "NaN: undefined",
        sentence: "every number comes out as NaN: something undefined is computed with, or 0 is divided by 0",
      };
}

const OUT_OF_DOMAIN: Readonly<Record<string, string>> = { sqrt: "root", log: "logarithm" };

/** A function of Math that was seen to make NaN of a number. */
export function outsideDomain({ outOfDomain: [name] = [] }: Watched): Mistake | undefined {
  const what = OUT_OF_DOMAIN[name ?? ""];
  return what === undefined
    ? undefined
    : {
        id: `NaN: ${name!}`,
        sentence: `the ${what} of a number below 0 is taken, which gives NaN`,
        cure: "Look at the signs and the parentheses of what it is taken of.",
      };
}

/** What an answer read that made no numbers of its result, if that is what it did. */
export function numberless(
  seen: Watched,
  given: readonly string[],
  hyper: readonly string[],
  source = "",
): Mistake | undefined {
  const [missing] = seen.missing.filter((name) => !/^(\d+|length|map|slice|forEach|reduce)$/.test(name));
  if (missing !== undefined) return notGiven(missing, given, hyper);
  const [setting] = seen.missingHyper;
  if (setting !== undefined) return notGiven(setting, hyper, given);
  const [called] = seen.functions;
  if (called !== undefined && seen.whole.length === 0)
    return notCalled(called, called === "gradient" ? "Call it with a place: gradient(ahead)." : "Call it: solve(H, g)."); // prettier-ignore
  if (seen.hyperAsNumber) {
    return {
      id: "argument: hyperparameters as a number",
      sentence:
        "the second argument is an object with the hyperparameters, and it is used as if it were a number",
      cure: `Take it apart: ({ w, g }, { ${hyper.join(", ")} }) => ....`,
    };
  }
  const whole = seen.whole.find((name) => name !== "a list") ?? seen.whole[0];
  if (whole !== undefined) {
    const shown = whole === "a list" ? whole : nameText(whole);
    const taking = new RegExp(`\\bMath\\.(?:hypot|max|min)(?=\\(\\s*${whole}\\s*\\))`).exec(source);
    if (taking !== null)
      return {
        id: `list as a whole: ${whole}`,
        sentence: `${taking[0]} takes numbers, and is handed the list ${shown} as one, which gives NaN`,
        cure: `Three dots hand its numbers over one by one: ${taking[0]}(...${whole}).`,
      };
    const entry = /^\w+$/.test(whole) ? `, ${whole}[i]` : "";
    return {
      id: `list as a whole: ${whole}`,
      sentence: `${shown}${whole === "a list" ? "" : " is a list, and it"} is used in arithmetic as a whole, which gives NaN`,
      cure: `Take one entry of it${entry}.`,
    };
  }
  const [beyond] = seen.beyond;
  if (beyond === undefined) return undefined;
  const list = nameText(beyond.list);
  const index = Number(beyond.index);
  if (Number.isNaN(index))
    return {
      id: `index: beyond of ${beyond.list}`,
      sentence: `${list} is asked for .${beyond.index}, which a list does not have`,
      cure: `Its entries are ${beyond.list}[i], and ${beyond.list}.length is how many there are.`,
    };
  return Number.isInteger(index)
    ? {
        id: `index: beyond of ${beyond.list}`,
        sentence: `${list} is read at index ${beyond.index}, and its entries have the indices 0 to ${beyond.length - 1}`,
        cure: "The first index is 0 and the last is length − 1.",
      }
    : {
        id: `index: a value of ${beyond.list}`,
        sentence: `${list} is read at index ${beyond.index}: a value of a list stands where an index should`,
        cure: "Count with an index: w.map((x, i) => ...), or for (let i = 0; ...).",
      };
}

/** A name that is asked for, and not given in this argument. */
export function notGiven(name: string, given: readonly string[], elsewhere: readonly string[] = []): Mistake {
  if (elsewhere.includes(name)) {
    return {
      id: `name: ${name} in the wrong argument`,
      sentence: `${name} is looked for in the wrong argument, where it is undefined`,
      cure: "States, w and g are in the first argument; the hyperparameters are in the second.",
    };
  }
  const like = nearest(name, [...given, ...elsewhere]);
  return {
    id: `name: ${name} not given`,
    sentence: `your function asks for ${name}, which is not given, so it is undefined`,
    cure:
      like === undefined
        ? `Given ${given.length === 1 ? "is" : "are"} ${given.join(", ")}.`
        : `Did you mean ${like}?`,
  };
}
