import type { drawChart as Draw } from "../../frontend/chart.ts";
import { CHARTS } from "./charts-name.ts";
import { loadedOnce } from "../../loaded-once.ts";
import { leftBy } from "../../rendering/page/parts.ts";

const loaded = loadedOnce(() => leftBy<typeof Draw>("charts", CHARTS));

/** In the place of the front end's own: in a page, charts and plotly.js are a script by themselves, which comes with the first. */
export const drawChart: typeof Draw = async (...given) => (await loaded())(...given);
