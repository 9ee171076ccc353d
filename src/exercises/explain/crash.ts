import { inWordsOfV8 } from "../../engine-message.ts";
import type { Mistake } from "../mistake.ts";

interface Known {
  readonly message: RegExp;
  readonly id: string;
  /** `$1` is what the message says in its first parentheses. */
  readonly sentence: string;
  readonly cure: string;
}

const MATH = "sqrt|pow|exp|log|abs|hypot|max|min|round|floor|ceil|sign|tanh|cbrt|sin|cos|tan|PI|E";

/** What the errors of TypeScript mean, in the order in which they are tried. */
const ERRORS: readonly Known[] = [
  {
    message: new RegExp(`^(${MATH}) is not defined`),
    id: "name: $1 without Math",
    sentence: "there is no $1 without Math: in TypeScript it is Math.$1",
    cure: "Write Math.$1.",
  },
  {
    message: /^(math|np|numpy|torch|tf) is not defined/,
    id: "name: $1",
    sentence: "there is no $1 in TypeScript",
    cure: "Functions of numbers are in Math, such as Math.sqrt; lists are gone through with map.",
  },
  {
    message: /^e is not defined/,
    id: "name: e",
    sentence: "there is no e in TypeScript",
    cure: "Euler's number is Math.E, and a power of it is Math.exp(x).",
  },
  {
    message: /^(\w+) is not defined/,
    id: "name: $1 not defined",
    sentence: "there is nothing named $1",
    cure: "Declare it first with const or let, or take it out of what is given.",
  },
  {
    message: /^Math\.(\w+) is not a function/,
    id: "name: Math.$1",
    sentence: "there is no Math.$1",
    cure: "A square is x ** 2 or x * x, a power x ** p, a root Math.sqrt(x).",
  },
  {
    message: /^Cannot access '(\w+)' before initialization/,
    id: "name: $1 used before its line",
    sentence:
      "before the line that declares it $1 is used: a second const or let of that name hides the first one",
    cure: "Give the new one another name, or take const or let away.",
  },
  {
    message: /^Assignment to constant variable/,
    id: "name: const changed",
    sentence: "a const is given a new value",
    cure: "Declare it with let.",
  },
  {
    message: /^(\w+) is not a function or its return value is not iterable/,
    id: "call: $1 not iterable",
    sentence: "what $1 gives back is no list",
    cure: "Look at what it takes and what it gives back.",
  },
  {
    message: /^(\w+)\.(map|forEach|reduce|slice|entries|push|filter|keys) is not a function/,
    id: "call: $1 is no list",
    sentence: "here $1 is no list",
    cure: "The first argument holds w, g and the states, the second the hyperparameters: ({ w, g }, { lambda }) => ....",
  },
  {
    message: /^(\w+) is not a function/,
    id: "call: $1 is no function",
    sentence: "what is called like a function is none: $1",
    cure: "An entry of a list is taken with brackets: $1[i].",
  },
  {
    message: /^undefined is not iterable/,
    id: "list: undefined taken apart",
    sentence: "something undefined is taken apart as a list",
    cure: "Is there such an entry? The indices of a list go from 0 to length − 1.",
  },
  {
    message: /^(?:number |object |undefined |function )?(.*?) ?is not iterable/,
    id: "list: not iterable",
    sentence: "something is taken apart as a list that is none: $1",
    cure: "What is given has names: take it apart with { } and not with [ ].",
  },
  {
    message: /^Cannot read properties of (undefined|null) \(reading '(\w+)'\)/,
    id: "list: $2 of $1",
    sentence: "something is $1 where $2 is read from it",
    cure: "Is it given under that name, and is it a list?",
  },
  {
    message: /^(gradient\(\.\.\.\) takes a place.*)$/,
    id: "call: gradient",
    sentence: "$1",
    cure: "Give it a whole place: gradient(ahead).",
  },
  {
    message: /^(solve\(H, g\) takes the matrix first.*)$/,
    id: "call: solve turned round",
    sentence: "$1",
    cure: "Write solve(H, g).",
  },
  {
    message: /^(solve\(H, g\) takes .*)$/,
    id: "call: solve",
    sentence: "$1",
    cure: "Give it the whole H and the whole g.",
  },
  {
    message: /^(.+) is not available in grading$/,
    id: "not in grading: $1",
    sentence: "in grading, where an answer stands by itself, there is no $1",
    cure: "Do without it: an answer may use the language, Math and what it is given. Write out in a cell what else it needs.",
  },
  {
    message: /^not written yet/i,
    id: "left: throw",
    sentence: 'the line that throws "not written yet" still stands before your answer',
    cure: "Take it out.",
  },
];

/** What an error means, where it is one that students often meet. */
export function explainError(error: unknown): Mistake | undefined {
  const message = inWordsOfV8(error instanceof Error ? error.message : String(error));
  for (const { message: sign, id, sentence, cure } of ERRORS) {
    const found = sign.exec(message);
    if (found === null) continue;
    const put = (text: string): string => text.replace(/\$(\d)/g, (_, i: string) => found[Number(i)] ?? "");
    return { id: `error: ${put(id)}`, sentence: put(sentence), cure: put(cure) };
  }
  return undefined;
}
