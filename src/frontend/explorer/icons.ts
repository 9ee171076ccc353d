import { button, svg } from "../elements.ts";

/** Drawn in strokes, in a square of 24. */
const STROKES = {
  first: "M6 5v14M18 6l-7 6 7 6",
  back: "M15 6l-7 6 7 6",
  forward: "M9 6l7 6-7 6",
  last: "M18 5v14M6 6l7 6-7 6",
  reset: "M5 12a7 7 0 1 0 2.2-5.1M5 4.5V8.5H9",
  share: "M12 14.5V4M8 7.5L12 3.6l4 3.9M6.5 11.5v8h11v-8",
  pencil: "M5 19l.9-3.8L16 5.1l2.9 2.9L8.8 18.1zM13.9 7.2l2.9 2.9",
  down: "M6 9.5l6 6 6-6",
  close: "M6.5 6.5l11 11M17.5 6.5l-11 11",
  plus: "M12 5.5v13M5.5 12h13",
} as const;

const FILLED = {
  play: "M8 5.2v13.6L19 12z",
  pause: "M7 5.5h3.6v13H7zM13.4 5.5H17v13h-3.6z",
  more: "M4 12a1.6 1.6 0 1 0 3.2 0a1.6 1.6 0 1 0-3.2 0M10.4 12a1.6 1.6 0 1 0 3.2 0a1.6 1.6 0 1 0-3.2 0M16.8 12a1.6 1.6 0 1 0 3.2 0a1.6 1.6 0 1 0-3.2 0",
} as const;

/** A button with a picture, which is called so. */
export function iconButton(
  name: string,
  picture: Parameters<typeof icon>[0],
  pressed: () => void,
  className: string | false = false,
): HTMLButtonElement {
  return button({ class: className, title: name, "aria-label": name }, pressed, icon(picture));
}

/** A picture on a button, which names it itself. */
export function icon(name: keyof typeof STROKES | keyof typeof FILLED): SVGElement {
  const isFilled = name in FILLED;
  const d = { ...STROKES, ...FILLED }[name];
  return svg(
    "svg",
    { class: `icon ${isFilled ? "filled" : ""}`, viewBox: "0 0 24 24", "aria-hidden": "true" },
    svg("path", { d }),
  );
}
