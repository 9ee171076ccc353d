import { html, set, write } from "../../../frontend/elements.ts";
import { type MakeForm, tagOf } from "./form.ts";

/** Options: a press votes, another changes it. */
export const choose: MakeForm<"choose"> = ({ options }, give) => {
  const buttons = options.map(({ name, text }, k) => {
    const tag = html("span", { class: "tag" });
    const button = html(
      "button",
      { type: "button", class: "option" },
      html("span", { class: "number" }, String(k + 1)),
      html("span", { class: "text" }, text),
      tag,
    );
    button.addEventListener("click", () => give({ kind: "choose", option: name }));
    return { name, button, tag };
  });
  return {
    node: html(
      "div",
      { class: "options", role: "group", "aria-label": "Answers" },
      ...buttons.map(({ button }) => button),
    ),
    hints: ["One press is your vote.", "Press another to change it while the vote is open."],
    show(standing) {
      for (const { name, button, tag } of buttons) {
        const said = tagOf<"choose">(({ option }) => option === name, standing);
        write(tag, said);
        const isRight = standing.right.some(({ option }) => option === name);
        set(button, { "aria-pressed": String(standing.yours?.option === name), disabled: !standing.isOpen });
        button.classList.toggle("right", isRight);
        button.hidden = standing.isRevealed && said === "";
      }
    },
  };
};
