import { remembered } from "../remembered.ts";
import { counted } from "../counted.ts";
import { type MimeBundle, RICH } from "../display.ts";
import { escapeHtml } from "../escape.ts";
import { numberText } from "../math/numerals.ts";
import { fresh, type Status } from "./progress.ts";
import { splitId } from "./progress-event.ts";

export interface OverviewRow extends Status {
  readonly title: string;
}

/** How each state looks: a sign, a colour, a word. */
export const STATES: Readonly<
  Record<Status["state"], { readonly sign: string; readonly colour: string; readonly word: string }>
> = {
  new: { sign: "○", colour: "#888888", word: "not tried yet" },
  tried: { sign: "◔", colour: "#3d7fd9", word: "tried" },
  almost: { sign: "◑", colour: "#c98a00", word: "almost" },
  answered: { sign: "◇", colour: "#888888", word: "answered" },
  done: { sign: "●", colour: "#2e9e4f", word: "right" },
};

/** Begins the list of what was forgotten. */
export const FORGOTTEN = "Forgotten when it was asked again:";

/** What is done and what is not: a row of dots for each lesson. */
export class Overview {
  readonly rows: readonly OverviewRow[];
  readonly recorded: boolean;
  /** The ids of those that were forgotten when a later lesson asked again. */
  readonly forgotten: readonly string[];
  readonly #optional: readonly string[];

  /** @param optional the names of lessons that count in no total */
  constructor(
    titles: ReadonlyMap<string, string>,
    statuses: ReadonlyMap<string, Status>,
    recorded: boolean,
    forgotten: readonly string[] = [],
    optional: readonly string[] = [],
  ) {
    this.rows = [...titles].map(([id, title]) => ({ ...(statuses.get(id) ?? fresh(id)), title }));
    this.recorded = recorded;
    this.forgotten = forgotten;
    this.#optional = optional;
  }

  /** Number of exercises to which nothing is left to do: right, or answered once; without those of optional lessons. */
  get done(): number {
    return this.#counting.filter(isDone).length;
  }

  /** Number of those that are right. */
  get right(): number {
    return this.#counting.filter(({ state }) => state === "done").length;
  }

  get #counting(): OverviewRow[] {
    return this.rows.filter((row) => !this.#isOptional(row));
  }

  #isOptional({ id }: OverviewRow): boolean {
    return this.#optional.includes(splitId(id).lesson);
  }

  get text(): string {
    const lessons = this.#lessons().map(([lesson, rows]) =>
      [lesson, ...rows.map((row) => `  ${STATES[row.state].sign} ${row.title}${detail(row)}`)].join("\n"),
    );
    return [this.#headline(), ...lessons, ...this.#forgotten()].join("\n");
  }

  [RICH](): MimeBundle {
    const lines = this.#lessons().map(([lesson, rows]) => {
      const dots = rows.map((row) => {
        const { sign, colour, word } = STATES[row.state];
        const label = escapeHtml(`${row.title}: ${word}${detail(row)}`);
        return `<span role="img" aria-label="${label}" title="${label}" style="color:${colour};font-size:1.4em;padding:0 0.1em">${sign}</span>`;
      });
      const done = rows.filter(isDone).length;
      return `<tr><th scope="row" style="text-align:left">${escapeHtml(lesson)}</th><td style="text-align:left;overflow-wrap:anywhere">${dots.join("")}</td><td>${done} of ${rows.length}</td></tr>`;
    });
    const legend = Object.values(STATES).map(
      ({ sign, colour, word }) => `<span style="color:${colour}">${sign}</span> ${word}`,
    );
    const html =
      `<div><p style="font-weight:600;margin:0.2em 0">${escapeHtml(this.#headline())}</p>` +
      `<table>${lines.join("")}</table>` +
      this.#forgotten()
        .map((line) => `<p style="margin:0.3em 0">${escapeHtml(line)}</p>`)
        .join("") +
      `<p style="margin:0.3em 0;font-size:0.9em">${legend.join(" &nbsp; ")}</p></div>`;
    return { "text/html": html, "text/plain": this.text };
  }

  #headline(): string {
    const kept = this.recorded ? "" : " Nothing is recorded here: there is no kernel that could keep it.";
    const others = this.rows.filter((row) => this.#isOptional(row));
    const { size } = new Set(others.map(({ id }) => splitId(id).lesson));
    const beyond =
      size === 0
        ? ""
        : `, and ${others.filter(isDone).length} of ${others.length} of ${size === 1 ? "an optional lesson" : "optional lessons"}`;
    return `${this.done} of ${this.rows.length - others.length} exercises done, ${this.right} right${beyond}.${kept}`;
  }

  #forgotten(): string[] {
    const titles = new Map(this.rows.map(({ id, title }) => [id, title]));
    const all = this.forgotten.map((id) => `${titles.get(id) ?? id} (${splitId(id).lesson})`);
    return all.length === 0 ? [] : [`${FORGOTTEN} ${all.join("; ")}`];
  }

  #lessons(): [string, OverviewRow[]][] {
    const lessons = new Map<string, OverviewRow[]>();
    for (const row of this.rows) {
      const lesson = splitId(row.id).lesson + (this.#isOptional(row) ? ", optional" : "");
      remembered(lessons, lesson, () => []).push(row);
    }
    return [...lessons];
  }
}

/** Is nothing left to do? */
export function isDone({ state }: Pick<Status, "state">): boolean {
  return state === "done" || state === "answered";
}

function detail({ attempts, hints, credit }: Status): string {
  const parts = [
    ...(attempts === 0 ? [] : [counted(attempts, "attempt")]),
    ...(hints === 0 ? [] : [counted(hints, "hint")]),
    ...(credit === undefined || credit === 0 || credit === 1 ? [] : [`credit ${numberText(credit)}`]),
  ];
  return parts.length === 0 ? "" : ` (${parts.join(", ")})`;
}
