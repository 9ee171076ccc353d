/** The pictures of a lesson, each with what it shows, for paper. */
import type { Exercise } from "../exercises/exercise.ts";
import type { ExecutedCell, Output } from "../rendering/executed.ts";
import { stacksOf } from "./groups.ts";
import { slidesOf } from "./slides.ts";
import { stilled } from "./still.ts";

export interface Picture {
  /** The section that it stands in. */
  readonly section: string;
  /** What it shows, as Markdown; empty where nothing says so. */
  readonly finding: string;
  /** The still picture. */
  readonly output: Output;
}

/**
 * The figures of the lesson's slides, each once; not the opening, and nothing of the exercises.
 * @param exercises those of the course, by their ids
 */
export function picturesOf(
  cells: readonly ExecutedCell[],
  exercises: ReadonlyMap<string, Exercise>,
): Picture[] {
  const lesson = cells.filter(({ metadata }) => metadata["fall-line"]?.exercise === undefined);
  const pictures = new Map<Output, Picture>();
  for (const { layout, section, headline, exhibits } of slidesOf(stacksOf(lesson), exercises).flat()) {
    if (layout === "title") continue;
    for (const exhibit of exhibits) {
      if (exhibit.kind !== "figure" || pictures.has(exhibit.output)) continue;
      const finding = headline === section ? "" : headline;
      pictures.set(exhibit.output, { section, finding, output: stilled(exhibit.output) });
    }
  }
  return [...pictures.values()];
}
