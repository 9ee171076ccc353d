/** Runs in the page of the stage: mounts an output as JupyterLab does, and watches what becomes of it. */
import { mimeExtensions } from "../../../src/frontend/mime.ts";
import { FakeWidget } from "./fake-widget.ts";
import type { Outcome } from "./stage.ts";

// @ts-expect-error It is served beside the page.
const load = (): Promise<never> => import("./drawing.js") as Promise<never>;
const factories = mimeExtensions(FakeWidget, load).map(({ rendererFactory }) => rendererFactory);

let last = performance.now();
let held = 0;
const beat = (): void => {
  const now = performance.now();
  held = Math.max(held, now - last);
  last = now;
  setTimeout(beat);
};

const picture = (): Promise<void> => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));

async function show(mimeType: string, json: string): Promise<Outcome> {
  const data: unknown = JSON.parse(json);
  await picture();
  held = 0;
  last = performance.now();
  const factory = factories.find(({ mimeTypes }) => mimeTypes.includes(mimeType))!;
  const widget = factory.createRenderer({ mimeType });
  void widget.renderModel({ data: { [mimeType]: data } });
  while (!isDone(widget.node)) await picture();
  for (let k = 0; k < 3; k++) await picture();
  const words = [...widget.node.querySelectorAll('[role="alert"], .fall-line-note')]
    .map(({ textContent }) => textContent)
    .join(" ");
  const isSeen = [...widget.node.querySelectorAll(SEEN)].some((mark) => {
    const { width, height } = mark.getBoundingClientRect();
    return width + height > 0;
  });
  const isDrawn = widget.node.querySelector(".fall-line-chart .main-svg") !== null;
  const live = [...widget.node.querySelectorAll(LIVE)].map(({ outerHTML }) => outerHTML);
  widget.dispose();
  await picture();
  return { held: Math.max(held, performance.now() - last), words, isSeen, isDrawn, live };
}

const SEEN =
  ".main-svg :is(path, text, image, line, circle), canvas, .fall-line-explorer, .fall-line-card, section";

/** What could run, fetch or send. */
const LIVE = `script, .fall-line-chart img, [*|href^="javascript:"], .modebar-btn`;

/** The front end keeps a height free until it has drawn or said why not. */
const isDone = (node: HTMLElement): boolean => node.childElementCount > 0 && node.style.minHeight === "";

beat();
await load();
Object.assign(window, { show });
