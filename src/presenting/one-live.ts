/** For a short path: one figure to play with, and still pictures of the others. */
import { PLOTLY, SPECIFICATION } from "../mime.ts";
import type { Output } from "../pages/executed.ts";
import type { Slide } from "./slide.ts";

/** The same slides, with nothing live but the first figure. */
export function withOneLive(stacks: readonly (readonly Slide[])[]): Slide[][] {
  const first = stacks.flat().find(({ kind }) => kind === "figure");
  return stacks.map((stack) => stack.map((slide) => (slide === first ? slide : withStills(slide))));
}

function withStills(slide: Slide): Slide {
  const parts = slide.parts.map((part) =>
    part.kind === "outputs" ? { ...part, outputs: part.outputs.map(stilled) } : part,
  );
  return { ...slide, parts };
}

/** An output with nothing live in it: the still picture of a figure. */
export function stilled(output: Output): Output {
  if (!("data" in output)) return output;
  const formats = Object.entries(output.data).filter(([mime]) => mime !== SPECIFICATION && mime !== PLOTLY);
  return { ...output, data: Object.fromEntries(formats) };
}
