import { expect, test } from "vitest";
import { RICH } from "../src/display.ts";
import { table } from "../src/table.ts";

test("table(row) heads each column with the words of its name and rounds numbers", () => {
  expect(table({ yourGuess: "?", lossAfter50Steps: 1 / 3 })[RICH]()["text/plain"]).toBe(
    "your guess  loss after 50 steps\n         ?             0.333333",
  );
});

test("table(rows) has a column for every name that occurs, empty where a row lacks it", () => {
  const bundle = table([{ a: [1, 0.1 + 0.2] }, { b: Float64Array.of(2, 3) }])[RICH]();
  expect(bundle["text/html"]).toBe(
    "<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody>" +
      "<tr><td>1, 0.3</td><td></td></tr><tr><td></td><td>2, 3</td></tr></tbody></table>",
  );
});

test("table(row) escapes what would be read as HTML", () => {
  expect(table({ a: "<b>&" })[RICH]()["text/html"]).toContain("<td>&lt;b&gt;&amp;</td>");
});

test("a table is read as people write numbers, and copied as text as programs read them", () => {
  const { "text/html": html, "text/plain": plain } = table({ w: [-0.9004984, 3.095238e55] })[RICH]();
  expect(html).toContain("<td>−0.900498, 3.09524·10⁵⁵</td>");
  expect(plain).toContain("-0.900498, 3.09524e55");
});
