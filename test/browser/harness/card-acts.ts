import type { Page } from "playwright-core";

declare const parts: typeof import("./parts-in-page.ts");

const about = { title: "T", prompt: "P?", hints: ["one", "two"] };
const options = {
  a: { text: "Up.", reason: "not up" },
  b: { text: "Down.", reason: "down", right: true },
  c: { text: "Away.", reason: "not away" },
};
const fields = {
  x: { label: "x after", answer: 0.25, within: 0.01 },
  y: { label: "y after", answer: 4, within: 0 },
};
const KINDS = {
  choose: { kind: "choose", ...about, options },
  foresee: { kind: "foresee", ...about, options },
  predict: { kind: "predict", ...about, fields, because: "so it is" },
};

/**
 * What a card shows after each act: a press on a button or an option by its words, `name=text` into a field, and Enter in
 * one. `status` is what the kernel knows of it; without it there is no notebook. `kernel {…}` is another kernel, that
 * knows this besides.
 */
export function acted(page: Page, card: object, acts: readonly string[], status?: object) {
  return page.evaluate(
    async ([given, all, begun]) => {
      let known = begun;
      const notebook = known && new parts.FakeNotebook();
      const node = document.createElement("div");
      if (notebook) notebook.answer = () => ({ type: "status", status: known });
      (notebook?.node ?? document.body).append(node);
      let drawn = 0;
      const reveal = async (place: HTMLElement, bundle: object) => {
        drawn += 1;
        place.textContent = `shown ${Object.keys(bundle).join()}`;
        const remove = (): void => {
          drawn -= 1;
          place.replaceChildren();
        };
        return Promise.resolve({ remove });
      };
      const Kind = "exercise" in given ? parts.QuestionCard : parts.FeedbackCard;
      const shown = new Kind(node, given as never, reveal);
      const rest = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve));
      const texts = (selector: string): string[] =>
        [...node.querySelectorAll<HTMLElement>(selector)].filter((one) => one.checkVisibility()).map((one) => one.textContent); // prettier-ignore
      const look = () => ({
        answer: texts("section > [role=status]:first-of-type, .fall-line-answer")[0] ?? "",
        buttons: texts(".fall-line-row button, .fall-line-name button"),
        options: [...node.querySelectorAll<HTMLButtonElement>("[data-option]")].map((one) =>
          [
            one.textContent,
            { true: "pressed", false: "" }[one.getAttribute("aria-pressed")!] ?? "no toggle",
            one.disabled ? "disabled" : "",
            one.classList.contains("fall-line-right") ? "right" : "",
          ]
            .filter(Boolean)
            .join(", "),
        ),
        said: texts(".fall-line-row")[0] === undefined ? [] : [...node.querySelector(".fall-line-row:last-of-type")!.parentElement!.querySelectorAll<HTMLElement>(":scope > [role=status] p, :scope > [role=status] li, :scope > [role=status] pre")].map((one) => one.textContent), // prettier-ignore
        evidence: texts(".fall-line-evidence")[0] ?? "",
        asks: node.querySelector("[role=group]")?.getAttribute("aria-label"),
        notes: texts(".fall-line-note").filter(Boolean),
        fields: texts("label").length,
        focus: document.activeElement?.getAttribute("name") ?? document.activeElement?.className ?? "",
        drawn,
        open: (notebook?.node ?? document.documentElement).dataset["fallLineOpen"] ?? "",
      });
      await rest();
      const looks = [look()];
      for (const act of all) {
        const [name = "", text] = act.split("=");
        const input = node.querySelector<HTMLInputElement>(`input[name="${CSS.escape(name)}"]`);
        const key = (one: string): unknown => document.activeElement!.dispatchEvent(new KeyboardEvent("keydown", { key: one, bubbles: true })); // prettier-ignore
        if (act.startsWith("key ")) key(act.slice(4));
        else if (act.startsWith("kernel ")) {
          known = { ...known, ...(JSON.parse(act.slice(7)) as object) };
          notebook!.change();
        }
        else if (input?.type === "checkbox") input.click();
        else if (input) {
          input.focus();
          input.value = text!;
        } else [...node.querySelectorAll<HTMLElement>("button")].find((one) => one.dataset["option"] === act || one.textContent.startsWith(act))!.click(); // prettier-ignore
        await rest();
        looks.push(look());
      }
      const checked = [...node.querySelectorAll("input")].map((one) => one.checked || one.value);
      shown.remove();
      const left = [node.childElementCount, document.querySelectorAll("[data-fall-line-open]").length, drawn];
      const told = notebook?.said as { type: string; event?: object }[] | undefined;
      notebook?.close();
      return { looks, checked, left, records: told?.flatMap(({ event }) => event ?? []) ?? [] };
    },
    [card, acts, status] as const,
  );
}
/** A question as it is read from a notebook. */
export const question = (kind: keyof typeof KINDS, more: object = {}) => ({
  id: "l/q",
  exercise: { ...KINDS[kind], ...more },
  solution: [{ kind: "text", text: "the solution" }],
  reveal: [{ "text/plain": "hidden" }],
  hides: true,
});

/** What a kernel knows of an exercise that was not touched. */
export const NEW = {
  id: "l/q",
  state: "new",
  attempts: 0,
  rightFirst: undefined,
  credit: undefined,
  hints: 0,
  solutionSeen: false,
  picked: undefined,
  mistakes: [],
  named: false,
  found: [],
};
