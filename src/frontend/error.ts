import { html } from "./elements.ts";

const STYLE =
  "padding: 8px 12px; border-left: 4px solid var(--jp-error-color1, #d32f2f); white-space: pre-wrap; " +
  "color: var(--jp-content-font-color1, inherit); font-family: var(--jp-content-font-family, sans-serif)";

/** Say in the figure's place why it can't be drawn; the rest of the page goes on. */
export function showError(node: HTMLElement, error: unknown): void {
  const reason = error instanceof Error ? error.message : String(error);
  const words = `This figure can't be drawn: ${reason.slice(0, 600)}`;
  node.replaceChildren(html("div", { class: "fall-line-error", role: "alert", style: STYLE }, words));
}
