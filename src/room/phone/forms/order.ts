import { html, set, write } from "../../../frontend/elements.ts";
import type { MakeForm } from "./form.ts";
import { sentForm, whenNew } from "./parts.ts";

/** Lines: pressed one after another they get their numbers; those that do not belong get none. */
export const order: MakeForm<"order"> = ({ lines }, give) => {
  let put: readonly string[] = [];
  let isOpen = true;
  const rows = lines.map(({ name, text }) => {
    const place = html("span", { class: "number" });
    const label = html("span", { class: "text code" }, text);
    const button = html("button", { type: "button", class: "option put" }, place, label);
    button.addEventListener("click", () => {
      put = put.includes(name) ? put.filter((one) => one !== name) : [...put, name];
      number();
    });
    return { name, button, place };
  });
  const number = (): void => {
    for (const { name, button, place } of rows) {
      const at = put.indexOf(name);
      write(place, at < 0 ? "–" : String(at + 1));
      set(button, { "aria-pressed": String(at >= 0), disabled: !isOpen });
    }
  };
  const options = html("div", { class: "options" }, ...rows.map(({ button }) => button));
  const form = sentForm<"order">([options], () => {
    if (put.length === 0) return "Press the lines in their order first.";
    give({ kind: "order", lines: [...put] });
    return "";
  });
  const texts = new Map(lines.map(({ name, text }) => [name, text]));
  const fill = whenNew<readonly string[]>((names) => {
    put = names;
  });
  return {
    node: form.node,
    hints: [
      "Press the lines in their order; a second press takes one out. Leave out what does not belong.",
      "Send another order to change it while the vote is open.",
    ],
    show(standing) {
      ({ isOpen } = standing);
      fill(standing.yours?.lines);
      number();
      for (const { button } of rows) button.hidden = standing.isRevealed;
      form.show(standing, ({ lines: names }) => names.map((name) => texts.get(name)).join("\n"));
    },
  };
};
