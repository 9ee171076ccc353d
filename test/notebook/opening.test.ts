import { expect, test } from "vitest";
import { SPECIFICATION } from "../../src/mime.ts";
import { storedOutput } from "../../src/notebook/opening.ts";

const [STILL, WORDS] = ["image/svg+xml", "text/plain"];
const bundle = {
  [SPECIFICATION]: { kind: "landscape" },
  [STILL]: "<svg>\n</svg>",
  [WORDS]: "A valley.\nA path.",
};

test("of an opening the recipe, the still picture and the words are stored, and nothing else", () => {
  expect(storedOutput({ ...bundle, "text/html": "<b>" })).toEqual({
    output_type: "display_data",
    data: {
      [SPECIFICATION]: { kind: "landscape" },
      [STILL]: ["<svg>\n", "</svg>"],
      [WORDS]: ["A valley.\n", "A path."],
    },
    metadata: {},
  });
});

/** What is stored is read by everybody: 5 KB of a recipe, 48 KB of a picture, 2 KB of words. An é takes two bytes. */
test.each([
  [SPECIFICATION, (size: number) => ({ a: "x".repeat(size - '{"a":""}'.length) }), 5 * 1024],
  [STILL, (size: number) => "x".repeat(size), 48 * 1024],
  [WORDS, (size: number) => "é".repeat(size / 2), 2 * 1024],
])("%s may not weigh more than is stored", (mime, of, most) => {
  expect(() => storedOutput({ ...bundle, [mime]: of(most) })).not.toThrow();
  expect(() => storedOutput({ ...bundle, [mime]: of(most + 2) })).toThrow(
    `the opening's ${mime} weighs ${most + 2} bytes; at most ${most} are stored`,
  );
});

test.each([
  [undefined, 'a cell tagged "opening" must show a figure'],
  [
    { ...bundle, [SPECIFICATION]: undefined },
    `the opening figure has no ${SPECIFICATION}; show a figure that knows its specification`,
  ],
  [{ ...bundle, [SPECIFICATION]: null }, `the opening figure has no ${SPECIFICATION}`],
  [{ ...bundle, [STILL]: 5 }, `the opening figure has no ${STILL}`],
])("an opening that is no figure is told: %j", (shown, says) => {
  expect(() => storedOutput(shown)).toThrow(says);
});
