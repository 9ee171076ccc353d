/** The still picture of a figure. */
import { PLOTLY, SPECIFICATION } from "../mime.ts";
import type { Output } from "../rendering/executed.ts";

/** An output with nothing live in it. */
export function stilled(output: Output): Output {
  if (!("data" in output)) return output;
  const formats = Object.entries(output.data).filter(([mime]) => mime !== SPECIFICATION && mime !== PLOTLY);
  return { ...output, data: Object.fromEntries(formats) };
}
