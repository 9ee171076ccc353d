import type { drawChart as Draw } from "../../frontend/chart.ts";
import { CHARTS } from "./charts-name.ts";
import { runPart } from "../../rendering/page/parts.ts";

let loading: Promise<typeof Draw> | undefined;

/** In the place of the front end's own: in a page, charts and plotly.js are a script by themselves, which comes with the first. */
export const drawChart: typeof Draw = async (...given) => {
  loading ??= runPart("charts").then(
    () => (globalThis as unknown as Record<symbol, typeof Draw>)[CHARTS]!,
    (error: unknown) => {
      loading = undefined;
      throw error;
    },
  );
  return (await loading)(...given);
};
