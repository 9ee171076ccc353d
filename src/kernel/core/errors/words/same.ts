import type { Words } from "./scene.ts";

/** A class that extends another, and does not begin as that one. */
const superFirst: Words = {
  reason: "a class that extends another has `super(...)` first in its constructor",
  help: "write: constructor() { super(); ... }",
};

/** What is said in the same words whatever stands there. */
export const sameWords: Readonly<Record<number, Words>> = {
  1108: {
    reason: "`return` ends a function, and there is none around it",
    help: "a cell shows the value of its last line: write the value alone",
  },
  1102: { reason: "a name cannot be deleted", help: "to have it say something else, give it a new value" },
  2703: { reason: "a name cannot be deleted", help: "to have it say something else, give it a new value" },
  2850: {
    reason: "`using` is for what is closed at the end: an object with a method [Symbol.dispose]",
    help: "for everything else write: const x = ...",
  },
  1104: { reason: "`continue` goes on with a loop, and there is none around it" },
  1105: { reason: "`break` ends a loop, and there is none around it" },
  1134: { reason: "here stands the name that is declared", help: "write: const x = 3" },
  1141: { reason: "the name of a package stands between quotes", help: 'write: from "fall-line"' },
  1163: { reason: "`yield` stands only in a function that begins with function*" },
  1248: { reason: "in a class stands no `const`", help: "write: x = 3;" },
  1308: {
    reason: "`await` stands only in a function that begins with `async`",
    help: "write: async () => { ... }",
  },
  1313: {
    reason: "the `;` right after `if (...)` ends it: what follows does not belong to it",
    help: "leave this `;` out",
  },
  1312: { reason: "in an object a value follows a colon", help: "write: { a: 1 }" },
  18050: { reason: "`null` and `undefined` stand for no value: nothing can be done with them" },
  2377: superFirst,
  17009: superFirst,
  2364: { reason: "what stands left of `=` must be a name or a place, as x or w[0]" },
  2341: {
    reason: "this is private: it is known within its class alone",
    help: "give the class a method that tells it",
  },
  2445: {
    reason: "this is protected: it is known within its class, and those that extend it",
    help: "give the class a method that tells it",
  },
  2511: {
    reason: "the class is abstract: nothing is made of it but by a class that extends it",
    help: "write: class Mine extends ... { ... }; new Mine()",
  },
  2558: {
    reason: "between < and > stands another number of types than is wanted",
    help: "leave them out: they are found from what stands in the brackets",
  },
  2683: {
    reason: "`this` is nothing here: it stands in the methods of a class",
    help: "give the function what it works on: function f(x: number) { return x }",
  },
  2695: {
    reason: "of values between commas in round brackets only the last counts",
    help: "a list is written with square brackets: [1, 2]",
  },
  18013: {
    reason: "what begins with # is private: it is known within its class alone",
    help: "give the class a method that tells it",
  },
  2839: {
    reason: "lists and objects are equal only to themselves, whatever they hold: this is always false",
    help: "compare what they hold: a.every((x, i) => x === b[i])",
  },
  17006: { reason: "it is not plain what belongs to `**`", help: "write: -(2 ** 2), or (-2) ** 2" },
  17007: { reason: "it is not plain what belongs to `**`", help: "write: -(2 ** 2), or (-2) ** 2" },
};
