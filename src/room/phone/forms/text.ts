import { html, set, write } from "../../../frontend/elements.ts";
import type { MakeForm } from "./form.ts";
import { complaint, ownWords, sendButton, whenNew } from "./parts.ts";

/** A sentence or two. */
const LETTERS = 280;

const PROMISE = "It is shown in the hall, without a name, only if your teacher lets it through.";

/** Free text. */
export const text: MakeForm<"text"> = (_, give) => {
  const area = html("textarea", { rows: 4, maxlength: LETTERS, "aria-label": "Your answer" });
  const wrong = complaint();
  const send = sendButton();
  const own = ownWords();
  const node = html("form", { novalidate: true }, area, wrong, send, own.node);
  node.addEventListener("submit", (event) => {
    event.preventDefault();
    const written = area.value.trim();
    write(wrong, written === "" ? "Write a sentence first." : "");
    if (written !== "") give({ kind: "text", text: written });
  });
  const fill = whenNew<string>((written) => {
    area.value = written;
  });
  return {
    node,
    hints: [PROMISE, PROMISE],
    show(standing) {
      const { yours, isOpen } = standing;
      fill(yours?.text);
      set(area, { disabled: !isOpen });
      area.hidden = standing.isRevealed;
      send.show(isOpen, yours !== undefined);
      own.show<"text">(standing, (one) => one.text);
    },
  };
};

/** Code is answered in a notebook. */
export const code: MakeForm<"code"> = () => ({
  node: html("p", { class: "note" }, "This one is answered in the notebook."),
  hints: ["", ""],
  show: () => undefined,
});
