/** What forms have in common. */
import { html, set, write } from "../../../frontend/elements.ts";
import type { Asked } from "../../protocol.ts";
import type { AnswerOf, Standing } from "./form.ts";

/** Where what is missing is said. */
export const complaint = (): HTMLParagraphElement => html("p", { class: "complaint", role: "alert" });

type SendButton = HTMLButtonElement & {
  /** Away when nothing can be sent; it says whether there is an answer already. */
  show: (isOpen: boolean, isSent: boolean) => void;
};

export function sendButton(): SendButton {
  const button = html("button", { type: "submit", class: "send" }, "Send");
  return Object.assign(button, {
    show: (isOpen: boolean, isSent: boolean) => {
      set(button, { disabled: !isOpen });
      button.hidden = !isOpen;
      write(button, isSent ? "Send again" : "Send");
    },
  });
}

type Kind = Asked["kind"];

interface OwnWords {
  readonly node: HTMLElement;
  readonly show: <K extends Kind>(standing: Standing<K>, words: (answer: AnswerOf<K>) => string) => void;
}

/** Own answers in words, and the right one when it is shown. */
export function ownWords(): OwnWords {
  const node = html("ul", { class: "own" });
  return {
    node,
    show({ vote, yours, first, right }, words) {
      const items = [
        ...(first === undefined ? [] : [["your first", words(first)]]),
        ...(yours === undefined ? [] : [[vote === 2 ? "your second" : "your vote", words(yours)]]),
        ...right.map((one) => ["✓ right", words(one)]),
      ];
      node.replaceChildren(
        ...items.map(([tag, text]) =>
          html("li", {}, html("span", { class: "text" }, text!), html("span", { class: "tag" }, tag!)),
        ),
      );
      node.hidden = items.length === 0;
    },
  };
}

/** Acts once for each other answer that has come; what is being written is otherwise left alone. */
export function whenNew<T>(act: (answer: T) => void): (answer: T | undefined) => void {
  let last: string | undefined;
  return (answer) => {
    const now = JSON.stringify(answer);
    if (answer !== undefined && now !== last) act(answer);
    last = now;
  };
}
