import type { Drawing } from "./drawing.ts";
import { DRAWING } from "./drawing-name.ts";

let loading: Promise<Drawing> | undefined;

/** Runs the script that draws figures, once, when the browser has shown what there is. It lies in the deck as text. */
export function loadDrawing(): Promise<Drawing> {
  loading ??= pictureShown().then(() => {
    const script = document.createElement("script");
    script.textContent = document.getElementById("drawing")!.textContent;
    document.head.append(script);
    return (globalThis as unknown as Record<symbol, Drawing>)[DRAWING]!;
  });
  return loading;
}

function pictureShown(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
  });
}
