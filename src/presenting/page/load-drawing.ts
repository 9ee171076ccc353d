import { leftBy } from "../../rendering/page/parts.ts";
import type { Drawing } from "./drawing.ts";
import { DRAWING } from "./drawing-name.ts";

let loading: Promise<Drawing> | undefined;

/** Runs the script that draws figures, once, when the browser has shown what there is. */
export function loadDrawing(): Promise<Drawing> {
  loading ??= pictureShown().then(() => leftBy<Drawing>("drawing", DRAWING));
  return loading;
}

function pictureShown(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
  });
}
