/** Composes slides of what the cells of a group say and show: words beside what they are about, answers beside their evidence. */
import type { Exhibit } from "./exhibit.ts";
import type { Note } from "./notes.ts";
import type { Part } from "./parts.ts";
import { fitsAbove, fitsBeside, fitsTogether, isWide, lettersOf, LEAD, REMARK, splitMarkdown } from "./room.ts";
import type { Question } from "./question.ts";
import type { Layout, Slide, Words } from "./slide.ts";

interface Draft {
  layout: Layout;
  section: string;
  headline: string;
  words: Words[];
  exhibits: Exhibit[];
  code: string[];
  question?: Question;
  idea?: string;
}

type Shown = Extract<Part, { readonly kind: "exhibit" }>;
type Asked = Extract<Part, { readonly kind: "question" }>;

/** Puts parts on slides, one after another. */
export class Composer {
  /** The heading that what follows stands under. */
  section: string;
  readonly #slides: Draft[] = [];
  /** Words that wait for what they are about. */
  #words: (Words & { readonly finding?: string | undefined })[] = [];
  /** Code that has shown nothing yet goes with the next thing shown. */
  #code: string[] = [];
  /** Words that are said and not shown. */
  readonly #said: Note[] = [];
  /** The slides before this one belong to another section. */
  #first = 0;

  constructor(section: string, parts: readonly Part[]) {
    this.section = section;
    for (const part of parts) this.#take(part);
    this.#flush();
    this.#slides.at(-1)?.code.push(...this.#code);
  }

  /** The slides, each with these notes. */
  slides(notes: readonly Note[]): Slide[] {
    const all = [...notes, ...this.#said];
    const minutes = notes.reduce((sum, note) => sum + note.minutes, 0);
    return this.#slides.map((draft, i) => ({
      ...draft,
      // What comes first is there from the first.
      words: draft.words.map((words, k) => (k === 0 ? { ...words, fragment: false } : words)),
      notes: all,
      minutes: i === 0 ? minutes : 0,
    }));
  }

  #take(part: Part): void {
    switch (part.kind) {
      case "heading":
        this.#flush();
        this.section = part.text;
        this.#first = this.#slides.length;
        if (part.isTitle) this.#begin("title");
        return;
      case "words":
        this.#words.push(part);
        return;
      case "code":
        this.#code.push(part.source);
        return;
      case "idea":
        this.#flush();
        this.#begin("idea", { idea: part.rule }, part.finding);
        return;
      case "exhibit":
        this.#show(part);
        return;
      case "question":
        this.#ask(part);
    }
  }

  #show({ exhibit, isOpening, finding }: Shown): void {
    const last = this.#last;
    if (isOpening && last?.layout === "title" && last.exhibits.length === 0) {
      this.#join(last, exhibit);
      return;
    }
    if (exhibit.kind === "explorer") {
      this.#sayOrFlush();
      this.#begin("figure", { exhibits: [exhibit] }, finding);
      return;
    }
    const hasCompany = last !== undefined && this.#words.length === 0 && last.layout !== "question";
    if (hasCompany && last.exhibits.length > 0 && fitsTogether([...last.exhibits, exhibit], last.words)) {
      this.#join(last, exhibit);
      return;
    }
    if (hasCompany && last.layout === "words" && this.#fits(exhibit, last.words)) {
      this.#join(last, exhibit);
      last.layout = isWide(exhibit) ? "stacked" : "beside";
      return;
    }
    if (!this.#fits(exhibit, this.#words)) this.#flush();
    const layout = isWide(exhibit) ? "stacked" : "beside";
    const words = this.#takeWords();
    this.#begin(words.length === 0 ? "figure" : layout, { words, exhibits: [exhibit] }, words.finding ?? finding);
  }

  #fits(exhibit: Exhibit, words: readonly Words[]): boolean {
    return isWide(exhibit) ? fitsAbove(words, exhibit) : fitsBeside(words);
  }

  #join(draft: Draft, exhibit: Exhibit): void {
    draft.exhibits.push(exhibit);
    draft.code.push(...this.#code);
    this.#code = [];
  }

  /** A question beside the words that lead to it; its answer beside its evidence, and what explains it there or after it. */
  #ask({ question, evidence, explanation, finding }: Asked): void {
    if (lettersOf(this.#words) > LEAD) this.#flush();
    const [first, ...rest] = [...evidence].sort((a, b) => rankOf(a) - rankOf(b));
    const isShort = explanation !== "" && explanation.length <= REMARK;
    const explained = explanation === "" || isShort || first === undefined;
    const beside = rest.filter(({ kind }) => kind !== "explorer");
    const together = explained && first !== undefined && beside.length > 0 && fitsTogether([first, ...beside], []);
    const told = first === undefined ? [] : together ? [first, ...beside] : [first];
    const words = this.#takeWords();
    this.#begin(
      "question",
      { words, exhibits: told, question: { ...question, ...(explained && explanation !== "" && { explanation }) } },
      finding ?? "",
    );
    const left = together ? [] : beside;
    if (!explained) {
      const shown = left.shift() ?? first;
      this.#words.push({ source: explanation, fragment: false, finding: finding ?? rightOf(question) });
      this.#show({ kind: "exhibit", exhibit: shown, isOpening: false });
    }
    for (const exhibit of [...left, ...rest.filter(({ kind }) => kind === "explorer")])
      this.#show({ kind: "exhibit", exhibit, isOpening: false, finding: finding ?? rightOf(question) });
  }

  /** Words before an explorer are said, where they are few: its slide is its own. */
  #sayOrFlush(): void {
    if (lettersOf(this.#words) > LEAD) this.#flush();
    else
      for (const { source } of this.#takeWords()) this.#said.push({ minutes: 0, text: source });
  }

  /** Words that nothing has come for: beside what stands there, else on slides of their own. */
  #flush(): void {
    if (this.#words.length === 0) return;
    const last = this.#last;
    const mayJoin = last !== undefined && ["beside", "stacked", "figure"].includes(last.layout);
    const [exhibit] = last?.exhibits ?? [];
    if (mayJoin && exhibit !== undefined && exhibit.kind !== "explorer") {
      const together = [...last.words, ...this.#words];
      if (this.#fits(exhibit, together)) {
        last.words.push(...this.#takeWords());
        if (last.layout === "figure") last.layout = isWide(exhibit) ? "stacked" : "beside";
        return;
      }
    }
    const words = this.#takeWords();
    const whole = words.map(({ source }) => source).join("\n\n");
    const pieces = splitMarkdown(whole);
    if (pieces.length === 1) this.#begin("words", { words }, words.finding);
    else for (const source of pieces) this.#begin("words", { words: [{ source, fragment: false }] }, words.finding);
  }

  #takeWords(): Words[] & { finding?: string | undefined } {
    const finding = this.#words.find((one) => one.finding !== undefined)?.finding;
    const words = this.#words.map(({ source, fragment }) => ({ source, fragment }));
    this.#words = [];
    return Object.assign(words, { finding });
  }

  get #last(): Draft | undefined {
    return this.#slides.length > this.#first ? this.#slides.at(-1) : undefined;
  }

  #begin(layout: Layout, parts: Partial<Draft> = {}, finding?: string): void {
    const headline = finding ?? this.section;
    this.#slides.push({
      layout,
      section: this.section,
      headline,
      words: [],
      exhibits: [],
      code: this.#code,
      ...parts,
    });
    this.#code = [];
  }
}

/** What shows most stands beside the answer. */
const RANKS = ["figure", "worked", "table", "text", "code", "explorer"];

const rankOf = ({ kind }: Exhibit): number => RANKS.indexOf(kind);

/** The right one of the choices, as the finding. */
function rightOf({ choices }: Question): string | undefined {
  return choices.find(({ right }) => right)?.text.replace(/\.$/, "");
}
