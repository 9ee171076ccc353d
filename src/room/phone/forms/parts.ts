/** What forms have in common. */
import { html, set, write } from "../../../frontend/elements.ts";
import type { Asked } from "../../protocol.ts";
import type { AnswerOf, Standing } from "./form.ts";

type Kind = Asked["kind"];

interface Sent<K extends Kind> {
  readonly node: HTMLFormElement;
  readonly send: HTMLButtonElement;
  /** Shows own answers in words, and the right one when it is shown; what sends is away when nothing can be sent. */
  readonly show: (standing: Standing<K>, words: (answer: AnswerOf<K>) => string) => void;
}

/**
 * A form that is sent.
 * @param content what is answered with
 * @param give what happens when it is sent, which may come to what is missing, as a sentence
 */
export function sentForm<K extends Kind>(content: readonly Node[], give: () => string): Sent<K> {
  const wrong = html("p", { class: "complaint", role: "alert" });
  const send = html("button", { type: "submit", class: "send" }, "Send");
  const own = html("ul", { class: "own" });
  const node = html("form", { novalidate: true }, ...content, wrong, send, own);
  node.addEventListener("submit", (event) => {
    event.preventDefault();
    write(wrong, give());
  });
  return {
    node,
    send,
    show({ vote, isOpen, yours, first, right }, words) {
      set(send, { disabled: !isOpen });
      send.hidden = !isOpen;
      write(send, yours === undefined ? "Send" : "Send again");
      const items = [
        ...(first === undefined ? [] : [["your first", words(first)]]),
        ...(yours === undefined ? [] : [[vote === 2 ? "your second" : "your vote", words(yours)]]),
        ...right.map((one) => ["✓ right", words(one)]),
      ];
      own.replaceChildren(
        ...items.map(([tag, text]) =>
          html("li", {}, html("span", { class: "text" }, text!), html("span", { class: "tag" }, tag!)),
        ),
      );
      own.hidden = items.length === 0;
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
