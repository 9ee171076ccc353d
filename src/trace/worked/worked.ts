import { type MimeBundle, printsItself, RICH } from "../../display.ts";
import { SPECIFICATION } from "../../mime.ts";
import type { Recorded } from "../recorded.ts";
import { workedHtml } from "./html.ts";
import type { WorkedLine } from "./line.ts";
import { linesOf } from "./lines.ts";
import { WORKED, type WorkedSpecification } from "./specification.ts";
import { WORKED_STYLE } from "./style.ts";
import { workedText } from "./text.ts";

/** A step written out, a row for each of the rule's lines: letters, and under them numbers to compute with by pencil. */
export class Worked {
  constructor(
    /** The step as plain data, from which a page draws it. */
    readonly specification: WorkedSpecification,
  ) {}

  get t(): number {
    return this.specification.t;
  }

  get lines(): readonly WorkedLine[] {
    return this.specification.lines;
  }

  /** All lines as plain text, for a terminal or a screen reader. */
  get text(): string {
    return workedText(this.specification);
  }

  static {
    printsItself(this, "Worked");
  }

  [RICH](): MimeBundle {
    return {
      [SPECIFICATION]: this.specification,
      "text/html": `<style>${WORKED_STYLE}</style>${workedHtml(this.specification)}`,
      "text/plain": this.text,
    };
  }
}

/** Write step t of a trace out: with all coordinates, or with one (from 0). */
export function workStep(trace: Recorded, t: number, coordinate?: number): Worked {
  const { rule, objective } = trace;
  const { lines, remarks, settings } = linesOf(trace, t, coordinate);
  const place = /^[a-z]+$/.test(objective.name) ? `the ${objective.name}` : objective.name;
  return new Worked({
    format: 1,
    kind: WORKED,
    t,
    title: rule.title,
    ...(rule.look === undefined ? {} : { look: rule.look }),
    setting: [`on ${place}`, ...settings.map(({ letter, text }) => `${letter} = ${text}`)].join(", "),
    lines,
    remarks,
  });
}
