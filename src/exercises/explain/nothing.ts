import { defined } from "../../defined.ts";
import type { Mistake } from "../mistake.ts";
import { lineOf } from "../run/source.ts";

/** Why a function returns nothing, as its text tells it. */
export function nothingReturned(source: string): Mistake {
  const { id, sentence, cure, at } = REASONS.find(({ sign }) => sign.test(source))!;
  return { id: `return: ${id}`, sentence, cure, ...defined({ line: at && lineOf(source, at) }) };
}

const REASONS: readonly {
  readonly sign: RegExp;
  readonly id: string;
  readonly sentence: string;
  readonly cure: string;
  readonly at?: RegExp;
}[] = [
  {
    sign: /return[ \t]*\r?\n/,
    id: "line break after return",
    sentence: "the line ends right behind return, so nothing is returned",
    cure: "Begin what is returned on the line of return.",
    at: /return[ \t]*$/,
  },
  {
    sign: /return\s*;/,
    id: "empty return",
    sentence: "return stands alone, so nothing is returned",
    cure: "Write behind return what is to be returned.",
    at: /return\s*;/,
  },
  {
    sign: /^(?:[^{}]*\{[^{}]*\})*[^{}]*=>\s*\{\s*\w+\s*:/,
    id: "braces read as a block",
    sentence: "the braces behind => are read as a block of code and not as an object, so nothing is returned",
    cure: "Put parentheses around the object: => ({ ... }).",
    at: /=>\s*\{\s*\w+\s*:/,
  },
  {
    sign: /^(?![\s\S]*\breturn\b)[\s\S]*console\./,
    id: "printed",
    sentence: "your function prints its result and does not return it",
    cure: "Write return in the place of console.log.",
    at: /console\./,
  },
  {
    sign: /^(?![\s\S]*\breturn\b)/,
    id: "missing",
    sentence: "your function computes and returns nothing: return is missing",
    cure: "Write return before what is to be given back.",
    // A line that computes something and keeps it nowhere.
    at: /^(?!\s*(?:const|let|var|for|if|while|\}|[\w$[\].]+\s*[-+*/]?=(?![=>])))(?!.*\{\s*$)\s*\S/,
  },
  {
    sign: /./,
    id: "not reached",
    sentence: "your function returned nothing: no return of its own was reached",
    cure: "Only the function around it can return its result.",
  },
];
