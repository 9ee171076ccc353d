/** Composes slides of what the cells of a group say and show: what is shown speaks, few words stand beside it, the rest is said. */
import { BESIDE, briefed, type Briefed, mostAlone, parted, wordsIn } from "./brief.ts";
import { answerOf, layoutOf, rightOf } from "./evidence.ts";
import { type CellCode, type Exhibit, isPicture, wholeOf } from "./exhibit.ts";
import type { Note } from "./notes.ts";
import type { DeckPart } from "./parts.ts";
import { fitsTogether, isPair } from "./slide-space.ts";
import type { Question } from "./question.ts";
import type { Layout, Slide, Words } from "./slide.ts";
import { isAlone, toldOf } from "./told.ts";

interface Draft {
  layout: Layout;
  section: string;
  headline: string;
  words: Words[];
  exhibits: Exhibit[];
  /** Tables of what its picture shows, as HTML. */
  numbers: string[];
  code: CellCode[];
  question?: Question;
  asked?: Exhibit | undefined;
  stops?: number | undefined;
  /** What explains the answer, as Markdown. */
  explanation: string;
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
  /** The slides before this one belong to another section. */
  #first = 0;

  constructor(section: string, parts: readonly DeckPart[]) {
    this.section = section;
    for (const part of parts) this.#take(part);
    this.#flush();
    this.#slides.at(-1)?.code.push(...this.#code);
  }

  /** The slides, each with these notes, and with what is said of its own. */
  slides(notes: readonly Note[]): Slide[] {
    const minutes = notes.reduce((sum, note) => sum + note.minutes, 0);
    return this.#slides.map(({ explanation, question, numbers, ...draft }, i) => {
      const whole = draft.exhibits.flatMap((one) => ("whole" in one ? [one.whole] : []));
      const { shown, said } = wordsOf(draft);
      const most = isOfWords(draft, question) ? WORDS : BESIDE;
      const isReasoned = draft.exhibits.some(isPicture) && reasonOf(question) !== "";
      const [explained, after] =
        question === undefined || isReasoned ? ["", explanation] : explainedOn(question, explanation, most);
      const told = [...said, after, ...whole, ...numbers].filter((text) => text !== "");
      return {
        ...draft,
        layout: draft.layout === "beside" && shown.length === 0 ? "figure" : draft.layout,
        ...(question === undefined
          ? {}
          : { question: { ...question, ...(explained !== "" && { explanation: explained }) } }),
        // What comes first is there from the first.
        words: shown.map((words, k) => (k === 0 ? { ...words, fragment: false } : words)),
        notes: [...notes, ...told.map((text): Note => ({ minutes: 0, text }))],
        minutes: i === 0 ? minutes : 0,
      };
    });
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
    if (last !== undefined && this.#words.length === 0 && this.#joined(last, exhibit)) return;
    const words = this.#takeWords();
    // An open question has no headline yet.
    const before = last?.headline === "" ? undefined : last?.headline;
    this.#begin(layoutOf(exhibit, words), { words, exhibits: [exhibit] }, words.finding ?? finding ?? before);
  }

  /** Puts an exhibit onto the slide before it, where it belongs to that: beside its words, below its exhibit. */
  #joined(last: Draft, exhibit: Exhibit): boolean {
    const [first] = last.exhibits;
    const both = [...last.exhibits, exhibit];
    if (last.layout === "words") last.layout = layoutOf(exhibit, last.words);
    else if (last.layout !== "question" && isPair(both)) last.layout = "stacked";
    else if (this.#code.length === 0 && this.#isShownBy(last, exhibit)) return true;
    else if (first === undefined || last.layout === "title" || !fitsTogether(both)) return false;
    this.#join(last, exhibit);
    return true;
  }

  /** Of a cell that shows a picture the numbers are said. */
  #isShownBy(last: Draft, exhibit: Exhibit): boolean {
    const [first] = last.exhibits;
    if (last.question !== undefined) return false;
    if (first?.kind === "figure" && exhibit.kind === "table") last.numbers.push(wholeOf(exhibit));
    else if (first?.kind === "table" && exhibit.kind === "figure") {
      last.numbers.push(...last.exhibits.map(wholeOf));
      Object.assign(last, { exhibits: [exhibit], layout: layoutOf(exhibit, last.words) });
    } else return false;
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

  /** A question, before which is said what leads to it; its answer beside its evidence, and what explains it there or after it. */
  #ask({ question, evidence, explanation, stops, finding, then }: Asked): void {
    const { told, left, numbers } = answerOf(question, evidence, explanation !== "");
    const isExplained = left.length === 0;
    const asked = question.picture === undefined ? this.#takeFigure() : undefined;
    const words = this.#takeWords();
    this.#begin(
      "question",
      { words, exhibits: told, numbers, question, asked, stops, explanation: isExplained ? explanation : "" },
      finding ?? "",
    );
    const found = then ?? finding ?? rightOf(question) ?? question.title;
    if (!isExplained && explanation !== "")
      this.#words = [{ source: explanation, fragment: false, finding: found }];
    for (const exhibit of left) this.#show({ kind: "exhibit", exhibit, isOpening: false, finding: found });
  }

  /** A figure of which nothing is said before a question is what the question asks of. */
  #takeFigure(): Exhibit | undefined {
    const last = this.#last;
    const [figure, ...others] = last?.exhibits ?? [];
    const isBare = last?.layout === "figure" && last.headline === this.section && last.words.length === 0;
    if (!isBare || figure?.kind !== "figure" || others.length > 0) return undefined;
    this.#slides.pop();
    this.#code.unshift(...last.code);
    return figure;
  }

  /** Words that nothing has come for belong to what stands there; where there is nothing they have a slide of their own. */
  #flush(): void {
    if (this.#words.length === 0) return;
    const last = this.#last;
    if (last?.question !== undefined) {
      const all = [last.explanation, ...this.#takeWords().map(({ source }) => source)];
      last.explanation = all.filter((text) => text !== "").join("\n\n");
    } else if (last !== undefined && last.layout !== "title" && last.exhibits.length > 0) {
      last.words.push(...this.#takeWords());
      if (last.exhibits.length === 1) last.layout = layoutOf(last.exhibits[0]!, last.words);
    } else {
      const words = this.#takeWords();
      this.#begin("words", { words }, words.finding);
    }
  }

  #takeWords(): Words[] & { finding?: string | undefined } {
    const finding = this.#words.find((one) => one.finding !== undefined)?.finding;
    const words = this.#words;
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
      numbers: [],
      code: [],
      explanation: "",
      ...parts,
    };
    this.#slides.push(draft);
    if (layout !== "words") this.#takeCode(draft);
  }
}

/** What leads to a question, and what there is to say of what has a slide to itself, is said. Words alone are never all said. */
function wordsOf({ layout, words, exhibits }: Pick<Draft, "layout" | "words" | "exhibits">): Briefed {
  if (layout === "question" || layout === "figure") return briefed(words, 0);
  if (exhibits.length > 0) return briefed(words, BESIDE);
  const brief = briefed(words, mostAlone(words));
  return brief.shown.length > 0 ? brief : { shown: words, said: [] };
}

/** An answer on a slide of words alone has so many of them. */
const WORDS = 60;

const isOfWords = ({ exhibits, asked }: Pick<Draft, "exhibits" | "asked">, question?: Question): boolean =>
  exhibits.length === 0 && asked === undefined && question !== undefined && isAlone(question);

/** Why the right choice is right: beside a picture that is enough. */
const reasonOf = (question?: Question): string => question?.choices.find(({ right }) => right)?.reason ?? "";

/** Of what explains an answer as much as has room with the reason of the right choice, or with the answer itself. */
function explainedOn(question: Question, explanation: string, most: number): [shown: string, said: string] {
  const told = toldOf(question).map((block) => (block.kind === "text" ? block.text : ""));
  return parted(explanation, most - wordsIn([reasonOf(question), ...told].join(" ")));
}
