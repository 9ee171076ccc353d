import Plotly from "plotly.js-dist";
import { html } from "./elements.ts";
import { giveTime } from "./guard.ts";
import { paperColor } from "./theme.ts";

/** A chart in the page, as plotly.js keeps it: with the axes as they have been moved. */
type PlottedElement = HTMLElement & { readonly data: object; readonly layout: object };

/** Spaces, and what no file's name may hold on one system or another. */
const RESERVED = /[\s\\/:*?"<>|]+/g;

/** A button that saves a chart as a picture of twice its pixels, on the paper of its page, named by the first sentence of what it shows. */
export function saveButton(chart: HTMLElement): HTMLElement {
  const button = html("button", { type: "button", class: "fall-line-save" }, "Save picture");
  button.addEventListener("click", () => {
    const { data, layout } = chart as PlottedElement;
    const filename = (chart.ariaLabel ?? "").split(". ", 1)[0]!.replaceAll(RESERVED, " ").slice(0, 80).trim();
    giveTime();
    Plotly.downloadImage(
      { data, layout: { ...layout, paper_bgcolor: paperColor() } },
      { format: "png", scale: 2, filename },
    ).catch(() => (button.textContent = "This browser can't make a picture of it."));
  });
  return button;
}
