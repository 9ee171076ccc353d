import { expect, test } from "vitest";
import { withFewDigits } from "../../src/presenting/few-digits.ts";

const row = (...cells: string[]) => `<tr>${cells.map((text) => `<td class="n">${text}</td>`).join("")}</tr>`;

test.each([
  ["3.14159", "3.142"],
  ["−3.14159", "−3.142"],
  ["0.000123456", "0.0001235"],
  ["0.000000123456", "0.000000123456"],
  ["2.50", "2.5"],
  ["999.96", "1000"],
  ["1234.567", "1235"],
  ["12345.67", "12346"],
  ["123456", "123456"],
  ["step 12, at 3.14159 and 2.71828", "step 12, at 3.142 and 2.718"],
  ["beale", "beale"],
])("%s is read as %s", (text, read) => {
  expect(withFewDigits(`<table>${row(text)}</table>`)).toBe(`<table>${row(read)}</table>`);
});

test("a column keeps its digits where they tell its rows apart; the columns beside it do not need theirs", () => {
  const table = row("1.00001", "2.71828") + row("1.00002", "3.14159");
  expect(withFewDigits(table)).toBe(row("1.00001", "2.718") + row("1.00002", "3.142"));
  const last = row("2.71828", "1.00001") + row("3.14159", "1.00002");
  expect(withFewDigits(last)).toBe(row("2.718", "1.00001") + row("3.142", "1.00002"));
});

test("rows that say the same go on saying the same", () => {
  expect(withFewDigits(row("1.23456") + row("1.23456") + row("2.34567"))).toBe(
    row("1.235") + row("1.235") + row("2.346"),
  );
});

test("a row may be shorter than the others, and heads and markup are left as they are", () => {
  const html = `<tr><th>1.23456</th></tr>${row("1.23456", "2.34567")}${row("2.34567")}<tr><td><b>1.23456</b></td></tr>`;
  expect(withFewDigits(html)).toBe(
    `<tr><th>1.23456</th></tr>${row("1.235", "2.346")}${row("2.346")}<tr><td><b>1.23456</b></td></tr>`,
  );
});
