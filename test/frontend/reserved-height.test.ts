import { expect, test } from "vitest";
import { heightOf } from "../../src/frontend/reserved-height.ts";

const explorer = { kind: "explorer" };
const card = { kind: "card-predict" };

test.each([
  ["an explorer in a narrow place", explorer, 879, 1190],
  ["an explorer in a place of unknown width", explorer, 0, 1190],
  ["an explorer in a wide place", explorer, 880, 740],
  ["a card without answers", card, 600, 175],
  ["a card with three options", { ...card, options: [{}, {}, {}] }, 600, 175 + 3 * 53],
  ["a card with two fields", { ...card, fields: [{}, {}] }, 600, 175 + 2 * 53],
  ["a chart that says its height", { layout: { height: 300 } }, 600, 300],
  ["a figure that says its height", { kind: "landscape", options: { height: 250 } }, 600, 250],
  ["a chart that says both", { layout: { height: 300 }, options: { height: 250 } }, 600, 300],
  ["a chart of no height", { layout: { height: 0 } }, 600, 420],
  ["a chart of the largest height", { layout: { height: 3999 } }, 600, 3999],
  ["a chart that is too high", { layout: { height: 4000 } }, 600, 420],
  ["a chart whose height is no number", { layout: { height: "300" } }, 600, 420],
  ["a chart that says nothing", {}, 600, 420],
  ["a step in numbers", { kind: "worked" }, 600, 300],
  ["an explorer whose place is not measured yet", explorer, 0, 1190],
  ["a stranger's figure of no options", { kind: "curves", options: null }, 600, 420],
  ["a stranger's card of no options", { ...card, options: null, fields: null }, 600, 175],
  ["a stranger's chart of no layout", { layout: null }, 600, 420],
  ["nothing", null, 600, 420],
])("the room that is kept for %s", (_, data, width, height) => {
  expect(heightOf(data, width)).toBe(height);
});
