/** The script of charts, with plotly.js. */
import { drawChart } from "../../frontend/chart.ts";
import { CHARTS } from "./charts-name.ts";

Object.assign(globalThis, { [CHARTS]: drawChart });
