import { expect, test } from "vitest";
import { withNumerals } from "../../src/frontend/tooltips.ts";

const told = (hovertemplate: string, customdata: unknown): unknown[] => {
  const trace = withNumerals({ name: "a", hovertemplate, customdata });
  return [trace["hovertemplate"], trace["customdata"]];
};

test("a tooltip has its number with a power of ten and a true minus sign, and so many digits", () => {
  expect(told("step %{x}: %{customdata:.4~r}<b>", [12345, -2e-7, 0.5])).toEqual([
    "step %{x}: %{customdata}<b>",
    ["12350", "−2·10⁻⁷", "0.5"],
  ]);
  expect(told("%{customdata:.3~r}", Float32Array.of(1e-9, NaN))).toEqual(["%{customdata}", ["10⁻⁹", "NaN"]]);
});

test("of a row it is the one that is named", () => {
  expect(told("%{customdata[1]}, loss %{customdata[0]:.3~r}", [Float32Array.of(1e-9, 3), null])).toEqual([
    "%{customdata[1]}, loss %{customdata[0]}",
    [["10⁻⁹", 3], null],
  ]);
});

test.each([
  ["%{customdata}", [1e-9]],
  ["%{y:.4~r}", [1e-9]],
  ["%{customdata:.200~r}", [1e-9]],
  ["%{customdata:.4~r}", "1e-9"],
])("what %s has of %j stays", (template, customdata) => {
  expect(told(template, customdata)).toEqual([template, customdata]);
});
