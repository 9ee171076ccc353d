import { describe, expect, test } from "vitest";
import { check, type Feedback } from "fall-line";
import { withoutClock } from "./without-clock.ts";

withoutClock();

/** What is told of an answer as a student writes it: each mistake in a sentence, with its cure. */
function told(id: string, source: string): string[] {
  const answer = (0, eval)(`(${source})`) as unknown;
  const { mistakes } = (check as unknown as (id: string, answer: unknown) => Feedback)(id, answer);
  return mistakes.flatMap(({ what, sentence, cure }) => [
    what ?? sentence!,
    ...(cure === undefined ? [] : [cure]),
  ]);
}

const coordinates = "Go through the coordinates, for example with w.map((x, i) => ...).";
const braces = "Write return in it, or take the braces away.";
const entry = (list: string) => [
  `${list} is a list, and it is used in arithmetic as a whole, which gives NaN`,
  `Take one entry of it, ${list}[i].`,
];

describe.each<[id: string, rows: [answer: string, ...says: string[]][]]>([
  [
    "gradient-descent/rule",
    [
      ...["async ({ w }) => ({ w })", "async () => { throw new Error('later'); }"].map(
        (answer): [string, ...string[]] => [
          answer,
          "your function returns a promise",
          "A step is computed at once: take out async and await.",
        ],
      ),
      ["() => ({})", "there is no w in what your function returns"],
      ["({ w, g }) => ({ a: w, b: g })", "there is no w in what your function returns; there is a, b"],
      ["() => 2", "your function returns the number 2, and { w: ... } is asked for"],
      [
        "({ w, g }, { lambda }) => w.map((x, i) => x - lambda * g[i])",
        "your function returns a bare list, and an object is asked for",
        "Return { w: ... }.",
      ],
      [
        "({ w, g }, { lambda }) => ({ next: w.map((x, i) => x - lambda * g[i]) })",
        "the new w is returned under the name next, and it is looked for under w",
        "Return w: next.",
      ],
      ...[
        [
          "w.map((x, i) => x - lambda * g[i]); return { w };",
          "map makes a new list, and nothing takes it",
          "Keep it: const next = w.map(...), and return { w: next }.",
        ],
        [
          "const next = w.map((x, i) => x - lambda * g[i]); return { w };",
          "a new list is computed, and the old one is returned",
          "Return the new w.",
        ],
        [
          "const next = w.map((x, i) => x - 0 * lambda * g[i]); return { w: next };",
          "each number that map makes for it is the old one again",
          "See what the step comes out as.",
        ],
      ].map(([body, because, cure]): [string, ...string[]] => [
        `({ w, g }, { lambda }) => { ${body!} }`,
        `w comes back as it was: ${because!}`,
        cure!,
      ]),
      [
        "({ w, g }, { lambda }) => ({ w: w.filter((x, i) => x - lambda * g[i]) })",
        "no entry of w is changed: filter picks entries, and gives them back as they are",
        "map makes new ones: w.map((x, i) => ...).",
      ],
      ["({ w, g }) => ({ w: w + g })", ...entry("w")],
      ["() => ({ w: 'abc' })", 'w is the text "abc": whole lists can\'t be added or subtracted', coordinates],
      ["() => ({ w: NaN })", "w is NaN and no list: whole lists can't be added or multiplied", coordinates],
      ["({ w }) => ({ w: { a: w } })", "w should be a list of numbers; it is an object with a"],
      [
        "({ w }) => ({ w: w.forEach((x) => x) })",
        "w is undefined: forEach gives nothing back",
        "map makes a new list.",
      ],
      [
        "({ w }) => ({ w: w.map((x) => { x; }) })",
        "every entry of w is undefined: a function with braces gives back only what return says",
        braces,
      ],
      ["({ w }) => ({ w: w.map((x) => [x]) })", "an entry of w is an array of 1 number and no number"],
      [
        "({ w }) => ({ w: w.map((x) => 'a' + x) })",
        expect.stringMatching(/^an entry of w is the text "a-?[\d.]+" and no number$/) as string,
      ],
      [
        "({ w }) => ({ w: w.slice(1) })",
        "w has 2 numbers where there are 3 coordinates",
        "λ·g is left out, and each coordinate uses the w of the next one: the index is one too high",
      ],
      [
        "({ w, g }, { lambda }) => ({ w: [w[0] - lambda * g[0]] })",
        "w always has 1 number, however many coordinates there are",
        "It should have one for each coordinate.",
      ],
      [
        "({ w, g }, { lambda }) => ({ w: [0, 1].map((i) => w[i] - lambda * g[i]) })",
        "w always has 2 numbers, however many coordinates there are",
        "It should have one for each coordinate.",
      ],
      [
        "({ w, g }, { lambda }) => { const next = []; for (let i = 0; i <= w.length; i++) next.push(w[i] - lambda * g[i]); return { w: next }; }",
        "w has one number too many: the loop goes one too far",
        "The last index is length − 1: use < and not <=.",
      ],
      [
        "({ w, g }, { lambda }) => { const next = []; for (let i = 1; i < w.length; i++) next[i] = w[i] - lambda * g[i]; return { w: next }; }",
        "the first entry of w has no value: the index of the first coordinate is 0, and not 1",
      ],
      [
        "({ w, g }, { lambda }) => ({ w: w.map((x, i) => i % 2 ? undefined : x - lambda * g[i]) })",
        "some entries of w have no value",
      ],
      [
        "({ w, g }, { lambda }) => ({ w: w.map((x, i) => (x - lambda * g[i]).toFixed(3)) })",
        'the entries of w are texts and no numbers: "2.169"',
        "toFixed makes a text; leave it out.",
        "the result is rounded to three decimals",
      ],
      [
        "({ w, slope }, { lambda }) => ({ w: w.map((x, i) => x - lambda * slope) })",
        "your function asks for slope, which is not given, so it is undefined",
        "Given are w, g, t.",
      ],
      [
        "({ w, g }, { lamda }) => ({ w: w.map((x, i) => x - lamda * g[i]) })",
        "your function asks for lamda, which is not given, so it is undefined",
        "Did you mean lambda?",
      ],
      [
        "({ w, g, lambda }) => ({ w: w.map((x, i) => x - lambda * g[i]) })",
        "lambda is looked for in the wrong argument, where it is undefined",
        "States, w and g are in the first argument; the hyperparameters are in the second.",
      ],
      [
        "({ w, g }, lambda) => ({ w: w.map((x, i) => x - lambda * g[i]) })",
        "the second argument is an object with the hyperparameters, and it is used as if it were a number",
        "Take it apart: ({ w, g }, { lambda }) => ....",
      ],
      ["({ w, g }, { lambda }) => ({ w: w.map((x) => x - lambda * g) })", ...entry("g")],
      [
        "({ w, g }, { lambda }) => ({ w: w.map((x) => x - lambda * g[x]) })",
        expect.stringMatching(
          /^g is read at index -?[\d.]+: a value of a list stands where an index should$/,
        ) as string,
        "Count with an index: w.map((x, i) => ...), or for (let i = 0; ...).",
      ],
      [
        "({ w, g }, { lambda }) => ({ w: w.map((x, i) => x - (lambda * g[i]) / g.size) })",
        "g is asked for .size, which a list does not have",
        "Its entries are g[i], and g.length is how many there are.",
      ],
      [
        "({ w, g }, { lambda }) => ({ w: w.map((x) => x - lambda * g[9]) })",
        "g is read at index 9, and its entries have the indices 0 to 2",
        "The first index is 0 and the last is length − 1.",
      ],
      [
        "({ w, g }, { lambda }) => ({ w: w.map((x) => x - lambda * g[w.indexOf(x)]) })",
        "the index is looked up by value with indexOf, which finds the wrong one where two coordinates are equal",
        "map gives the index as its second argument: w.map((x, i) => ...).",
      ],
      [
        "({ w, g }, { lambda }) => ({ w: w.map((x, i) => x - lambda * Math.sgn * g[i]) })",
        "there is no Math.sgn, so it is undefined",
        "Did you mean Math.sign?",
      ],
      [
        "({ w, g }, { lambda }) => ({ w: w.map((x, i) => x - lambda * Math.sqrt * g[i]) })",
        "Math.sqrt is a function, and it is computed with as if it were a number",
        "Call it: Math.sqrt(...).",
      ],
      [
        "({ w, g }, { lambda }) => { const step = (x, i) => x - lambda * g[i]; return { w: w.map((x, i) => step[i] - 1) }; }",
        "step is a function and is used as if it were a list",
        "Make a list with it: g.map(...).",
      ],
      [
        "({ w, g }, { lambda }) => ({ w: w.map((x, i) => x - lambda * [g[i]].map((y) => { 2 * y; })[0]) })",
        "something undefined is computed with, which gives NaN: a function with braces gives back only what return says",
        braces,
      ],
      [
        "({ w }) => ({ w: w.map(() => NaN) })",
        "every number comes out as NaN: something undefined is computed with, or 0 is divided by 0",
      ],
    ],
  ],
  [
    "momentum/rule",
    [
      [
        "({ w, m, g }, { lambda, alpha }) => ({ w: w.map((x, i) => x + alpha * m[i] - lambda * g[i]) })",
        "the new m is not returned, so in the next step m is what it was before",
        "Return m as well.",
      ],
      [
        "({ w, m, g }, { lambda, alpha }) => { const v = m.map((x, i) => alpha * x - lambda * g[i]); return [w.map((x, i) => x + v[i]), v]; }",
        "your function returns a list of lists, and an object is asked for",
        "Return { w: ..., m: ... }.",
      ],
      [
        "({ w, m, g }, { lambda, alpha }) => { const v = m.map((x, i) => alpha * x - lambda * g[i]); return { w: w.map((x, i) => x + v[i]), velocity: v }; }",
        "the new m is returned under the name velocity, and it is looked for under m",
        "Return m: velocity.",
      ],
    ],
  ],
  [
    "second-order/rule",
    [
      [
        "({ w, solve }) => ({ w: w.map((x, i) => x - solve[i]) })",
        "solve is a function and is used as if it were a list",
        "Call it: solve(H, g).",
      ],
    ],
  ],
  [
    "start-here/twice",
    [
      [
        "({ x }) => { x * 2; }",
        "your function computes and returns nothing: return is missing",
        "Write return before what is to be given back.",
      ],
      ...["async ({ x }) => 2 * x", "async () => { throw new Error('later'); }"].map(
        (answer): [string, ...string[]] => [
          answer,
          "your function returns a promise and no number",
          "It is computed at once: take out async and await.",
        ],
      ),
      [
        "({ x }) => '' + 2 * x",
        expect.stringMatching(/^your function returns the text "-?[\d.]+" and no number$/) as string,
        "+ between a text and a number joins them as texts.",
      ],
      [
        "({ x }) => (2 * x).toFixed(2)",
        expect.stringMatching(/^your function returns the text/) as string,
        "toFixed makes a text; leave it out.",
        "2·x is rounded to two decimals",
      ],
      [
        "({ x }) => [2 * x]",
        "your function returns an array of 1 number, and one number is asked for",
        "Take the brackets away.",
      ],
      ["({ x }) => [2 * x, 1]", "your function returns an array of 2 numbers, and one number is asked for"],
      [
        "() => ({ x }) => 2 * x",
        "your function returns a function that is not called, and one number is asked for",
      ],
      ["({ x }) => ({ x })", "your function returns an object with x, and one number is asked for"],
      [
        "(x) => 2 * x",
        "what is given is an object, and it is computed with as if it were a number",
        "Take it apart: ({ x }) => ....",
      ],
      [
        "({ start }) => 2 * start",
        "your function asks for start, which is not given, so it is undefined",
        "Given is x.",
      ],
      ["({ x }) => 2 * Math.Sqr * x", "there is no Math.Sqr, so it is undefined", "Did you mean Math.sqrt?"],
      [
        "({ x }) => Math.log(-Math.abs(x))",
        "hardly any number comes out: the logarithm of a number below 0 is NaN",
        "Is it the function that you mean?",
      ],
      [
        "({ x }) => Math.sqrt(-1 - Math.abs(x))",
        "hardly any number comes out: the root of a number below 0 is NaN",
        "Is it the function that you mean?",
      ],
      [
        "({ x }) => (x ^ 2) * NaN",
        "^ is no power in TypeScript: it is xor, bit by bit, and no number comes out",
        "A power is **.",
      ],
    ],
  ],
  [
    "motivation/slopes",
    [
      [
        "({ x }) => 2 * x",
        "your function returns one number, and a list of 2 is asked for",
        "A list stands in square brackets: [a, b].",
      ],
      ["() => null", "your function returns null, and a list of 2 numbers is asked for"],
      [
        "() => [1, null]",
        "your function returns an array of 2 values, one of them null, and 2 numbers are asked for",
      ],
      ["() => [1]", "your list has 1 number, and 2 are asked for"],
    ],
  ],
])("an answer to %s", (id, rows) => {
  test.each(rows)("%s is told what it gives", (answer, ...says) => {
    expect(told(id, answer)).toEqual(says);
  });
});

test.each([
  [
    "({ x, y }) => ({ x: 2 * x * y, y: x ** 2 })",
    "your function returns an object with x, y, and a list is asked for",
  ],
  ["({ x, y }) => [2 * x * y, x ** 2, 0]", "your list has 3 numbers, and 2 are asked for"],
  ["({ x, y }) => [[2 * x * y], [x ** 2]]", "each number stands in a list of its own"],
  ["({ x, y }) => [2 * x * y, x ** 2].map(String)", "your function returns the text"],
])("of %s, right numbers, nothing but the form is told", (answer, says) => {
  const [form, ...cure] = told("motivation/slopes", answer);
  expect(form).toContain(says);
  expect(cure.join("\n")).toMatch(/^$|list|texts/);
});
