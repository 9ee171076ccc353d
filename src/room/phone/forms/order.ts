import { html, set, write } from "../../../frontend/elements.ts";
import type { MakeForm } from "./form.ts";
import { complaint, ownWords, sendButton, whenNew } from "./parts.ts";

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
  const wrong = complaint();
  const send = sendButton();
  const own = ownWords();
  const node = html(
    "form",
    { novalidate: true },
    html("div", { class: "options" }, ...rows.map(({ button }) => button)),
    wrong,
    send,
    own.node,
  );
  node.addEventListener("submit", (event) => {
    event.preventDefault();
    write(wrong, put.length === 0 ? "Press the lines in their order first." : "");
    if (put.length > 0) give({ kind: "order", lines: [...put] });
  });
  const texts = new Map(lines.map(({ name, text }) => [name, text]));
  const fill = whenNew<readonly string[]>((names) => {
    put = names;
  });
  return {
    node,
    hints: [
      "Press the lines in their order; a second press takes one out. Leave out what does not belong.",
      "Send another order to change it while the vote is open.",
    ],
    show(standing) {
      const { yours } = standing;
      ({ isOpen } = standing);
      fill(yours?.lines);
      number();
      send.show(isOpen, yours !== undefined);
      for (const { button } of rows) button.hidden = standing.isRevealed;
      own.show<"order">(standing, ({ lines: names }) => names.map((name) => texts.get(name)).join("\n"));
    },
  };
};
