/** Composes slides of what the cells of a group say and show: words beside what they are about, answers beside their evidence. */
import { answerOf, layoutOf, partedFor, rightOf } from "./evidence.ts";
import type { CellCode, Exhibit } from "./exhibit.ts";
import type { Note } from "./notes.ts";
import type { DeckPart } from "./parts.ts";
import { fitsTogether, isPair, isRemark, isSmall, mayLead, splitMarkdown } from "./slide-space.ts";
import type { Question } from "./question.ts";
import type { Layout, Slide, Words } from "./slide.ts";

interface Draft {
  layout: Layout;
  section: string;
  headline: string;
  words: Words[];
  exhibits: Exhibit[];
  code: CellCode[];
  question?: Question;
  idea?: string;
}

type Shown = Extract<DeckPart, { readonly kind: "exhibit" }>;
type Asked = Extract<DeckPart, { readonly kind: "question" }>;

/** Puts parts on slides, one after another. */
export class Composer {
  /** The heading that what follows stands under. */
  section: string;
  readonly #slides: Draft[] = [];
  /** Words that wait for what they are about. */
  #words: (Words & { readonly finding?: string | undefined })[] = [];
  /** Code that has shown nothing yet goes with the next thing shown. */
  #code: CellCode[] = [];
  /** Words that are said and not shown. */
  readonly #said: Note[] = [];
  /** The slides before this one belong to another section. */
  #first = 0;

  constructor(section: string, parts: readonly DeckPart[]) {
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

  #take(part: DeckPart): void {
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
        this.#code.push({ id: part.id, source: part.source });
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
    if (last !== undefined && this.#words.length === 0 && this.#joined(last, exhibit, finding)) return;
    const layout = layoutOf(exhibit, this.#words);
    if (layout === undefined) this.#flush();
    const words = this.#takeWords();
    const own = words.length === 0 ? "figure" : layout!;
    // An open question has no headline yet.
    const before = last?.headline === "" ? undefined : last?.headline;
    this.#begin(own, { words, exhibits: [exhibit] }, words.finding ?? finding ?? before);
  }

  /** Puts an exhibit onto the slide before it, where it belongs to that: beside its words, below its exhibit. */
  #joined(last: Draft, exhibit: Exhibit, finding: string | undefined): boolean {
    const both = [...last.exhibits, exhibit];
    const [figure] = last.exhibits;
    const layout = layoutOf(exhibit, last.words);
    if (isPair(both, last.words)) last.layout = "stacked";
    else if (last.layout === "words" && layout !== undefined) last.layout = layout;
    else if (
      last.layout === "beside" &&
      figure?.kind === "figure" &&
      exhibit.kind === "table" &&
      layout !== undefined
    ) {
      const { headline, code } = last;
      const isOfOtherCode = this.#code.length > 0;
      Object.assign(last, { layout, exhibits: [exhibit], headline: finding ?? headline });
      last.code = isOfOtherCode ? this.#code : code;
      this.#code = isOfOtherCode ? code : [];
      // A table needs words; a figure can stand alone, with what it finds and its code.
      this.#begin("figure", { exhibits: [figure] }, headline);
      return true;
    } else if (last.exhibits.length === 0 || last.layout === "title" || !fitsTogether(both, last.words))
      return false;
    this.#join(last, exhibit);
    return true;
  }

  #join(draft: Draft, exhibit: Exhibit): void {
    draft.exhibits.push(exhibit);
    this.#takeCode(draft);
  }

  #takeCode(draft: Draft): void {
    draft.code.push(...this.#code);
    this.#code = [];
  }

  /** A question beside the words that lead to it; its answer beside its evidence, and what explains it there or after it. */
  #ask({ question, evidence, explanation, finding }: Asked): void {
    if (question.picture !== undefined) this.#sayOrFlush();
    else if (!mayLead(this.#words)) this.#flush();
    const { told, left, isExplained } = answerOf(question, evidence, explanation);
    const asked = { ...question, ...(isExplained && explanation !== "" && { explanation }) };
    this.#begin("question", { words: this.#takeWords(), exhibits: told, question: asked }, finding ?? "");
    const found = finding ?? rightOf(question) ?? question.title;
    if (!isExplained && explanation !== "") this.#explain(explanation, left, told[0], found);
    for (const exhibit of left) this.#show({ kind: "exhibit", exhibit, isOpening: false, finding: found });
  }

  /** What explains an answer, beside what is left of its evidence, or beside the evidence again. */
  #explain(source: string, left: Exhibit[], first: Exhibit | undefined, finding: string): void {
    this.#words.push({ source, fragment: false, finding });
    const fits = (one: Exhibit): boolean => layoutOf(one, this.#words) !== undefined;
    const place = left.findIndex((one) => one.kind !== "explorer" && fits(one));
    if (place !== -1) this.#show({ kind: "exhibit", exhibit: left.splice(place, 1)[0]!, isOpening: false });
    else if (left[0]?.kind === "table") this.#explainInPart(source, left.shift()!, first, finding);
    else if (first !== undefined && fits(first) && !isSmall(first))
      this.#show({ kind: "exhibit", exhibit: first, isOpening: false });
    else this.#flush();
  }

  /** As much of an explanation as has room stands with a table, the rest after it, where it can beside a figure. */
  #explainInPart(source: string, table: Exhibit, figure: Exhibit | undefined, finding: string): void {
    const [within, after] = partedFor(table, source);
    this.#words = within === "" ? [] : [{ source: within, fragment: false, finding }];
    this.#show({ kind: "exhibit", exhibit: table, isOpening: false, finding });
    this.#words = [{ source: after, fragment: false, finding }];
    const isBeside = figure?.kind === "figure" && layoutOf(figure, this.#words) !== undefined;
    if (isBeside) this.#show({ kind: "exhibit", exhibit: figure, isOpening: false });
    else this.#flush();
  }

  /** Words before an explorer or a map are said, where they are few: its slide is its own. */
  #sayOrFlush(): void {
    if (!mayLead(this.#words)) this.#flush();
    else for (const { source } of this.#takeWords()) this.#said.push({ minutes: 0, text: source });
  }

  /** Words that nothing has come for: beside what stands there, else on slides of their own. */
  #flush(): void {
    if (this.#words.length === 0) return;
    const last = this.#last;
    if (last !== undefined && this.#standsBeside(last)) return;
    if (last?.question !== undefined && this.#remarks(last.question)) return;
    const words = this.#takeWords();
    const pieces = splitMarkdown(words.map(({ source }) => source).join("\n\n"));
    const slides = pieces.length === 1 ? [words] : pieces.map((source) => [{ source, fragment: false }]);
    for (const those of slides) this.#begin("words", { words: those }, words.finding);
  }

  /** Words that explain what has been shown, beside it or above it. */
  #standsBeside(last: Draft): boolean {
    const [exhibit] = last.exhibits;
    if (!["beside", "stacked", "figure"].includes(last.layout) || exhibit?.kind === "explorer") return false;
    const layout = exhibit && layoutOf(exhibit, [...last.words, ...this.#words]);
    if (layout === undefined) return false;
    last.words.push(...this.#takeWords());
    last.layout = layout;
    return true;
  }

  /** A sentence or two after a question belong to its answer. */
  #remarks(question: Question): boolean {
    const said = [question.explanation ?? "", ...this.#words.map(({ source }) => source)];
    const explanation = said.filter((text) => text !== "").join("\n\n");
    if (!isRemark(explanation, question)) return false;
    Object.assign(question, { explanation });
    this.#words = [];
    return true;
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
    const { section } = this;
    const draft = {
      layout,
      section,
      headline: finding ?? section,
      words: [],
      exhibits: [],
      code: [],
      ...parts,
    };
    this.#slides.push(draft);
    if (layout !== "words") this.#takeCode(draft);
  }
}
