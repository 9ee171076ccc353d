import { html, set } from "../../../frontend/elements.ts";
import { numberText } from "../../../math/numerals.ts";
import { writtenNumber } from "../../../math/written-number.ts";
import type { MakeForm } from "./form.ts";
import { sentForm, whenNew } from "./parts.ts";

/** Numbers, written as people write them. */
export const number: MakeForm<"number"> = ({ fields }, give) => {
  const rows = fields.map(({ name, label }) => {
    const input = html("input", { type: "text", inputmode: "text", autocomplete: "off", name });
    return { name, label, input, row: html("label", { class: "field" }, html("span", {}, label), input) };
  });
  const nodes = rows.map(({ row }) => row);
  const form = sentForm<"number">(nodes, () => {
    const values = rows.map(({ name, input }) => [name, writtenNumber(input.value)] as const);
    const missing = rows.find((_, k) => !Number.isFinite(values[k]![1]));
    if (missing === undefined) give({ kind: "number", numbers: Object.fromEntries(values) });
    else missing.input.focus();
    return missing === undefined
      ? ""
      : `Write a number${rows.length === 1 ? "" : ` for "${missing.label}"`}, for example 0.25 or 1/4.`;
  });
  const words = (numbers: Readonly<Record<string, number>>): string =>
    rows
      .map(({ name, label }) => {
        const value = name in numbers ? numberText(numbers[name]!) : "?";
        return rows.length === 1 ? value : `${label}: ${value}`;
      })
      .join(", ");
  const fill = whenNew<Readonly<Record<string, number>>>((numbers) => {
    for (const { name, input } of rows) input.value = numberText(numbers[name]!);
  });
  return {
    node: form.node,
    hints: [
      "A decimal, a fraction, a power: as you write them.",
      "Send another to change it while the vote is open.",
    ],
    show(standing) {
      const { yours, isOpen } = standing;
      fill(yours?.numbers);
      for (const { input, row } of rows) {
        set(input, { disabled: !isOpen });
        row.hidden = standing.isRevealed;
      }
      form.show(standing, ({ numbers }) => words(numbers));
    },
  };
};
