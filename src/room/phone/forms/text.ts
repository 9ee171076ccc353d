import { html, set } from "../../../frontend/elements.ts";
import type { MakeForm } from "./form.ts";
import { sentForm, whenNew } from "./parts.ts";

/** A sentence or two. */
const LETTERS = 280;

const PROMISE = "It is shown in the hall, without a name, only if your teacher lets it through.";

/** Free text. */
export const text: MakeForm<"text"> = (_, give) => {
  const area = html("textarea", { rows: 4, maxlength: LETTERS, "aria-label": "Your answer" });
  const form = sentForm<"text">([area], () => {
    const written = area.value.trim();
    if (written === "") return "Write a sentence first.";
    give({ kind: "text", text: written });
    return "";
  });
  const fill = whenNew<string>((written) => {
    area.value = written;
  });
  return {
    node: form.node,
    hints: [PROMISE, PROMISE],
    show(standing) {
      const { yours, isOpen } = standing;
      fill(yours?.text);
      set(area, { disabled: !isOpen });
      area.hidden = standing.isRevealed;
      form.show(standing, (one) => one.text);
    },
  };
};

/** Code is answered in a notebook. */
export const code: MakeForm<"code"> = () => ({
  node: html("p", { class: "note" }, "This one is answered in the notebook."),
  hints: ["", ""],
  show: () => undefined,
});
