/** What of the evidence stands with an answer, and how words and an exhibit share a slide. */
import { type Exhibit, isMap, isPicture, textsOf, wholeOf } from "./exhibit.ts";
import type { Question } from "./question.ts";
import { fitsTogether, isHigh, isWide } from "./slide-space.ts";
import type { Layout, Words } from "./slide.ts";

/** Words stand beside an exhibit, above it where it needs the width of the slide, as the rows of a worked step do; of what needs all of a slide they are said. */
export function layoutOf(exhibit: Exhibit, words: readonly Words[]): Layout {
  if (words.length === 0 || exhibit.kind === "explorer") return "figure";
  if (exhibit.kind !== "worked" && !isWide(exhibit)) return "beside";
  return isHigh(exhibit) ? "figure" : "stacked";
}

/** What stands with an answer, what is left for slides after it, and tables that are said, as HTML. */
export interface Answer {
  readonly told: Exhibit[];
  readonly left: Exhibit[];
  readonly numbers: string[];
}

/** What shows most of the evidence stands with the answer, and the rest with it where all of it has room; numbers that a picture shows are said. */
export function answerOf(question: Question, evidence: readonly Exhibit[], isExplained: boolean): Answer {
  const isPictured = question.picture !== undefined || evidence.some(({ kind }) => kind === "figure");
  const isSaid = (one: Exhibit): boolean => one.kind === "table" && (isPictured || isOneRow(one));
  const numbers = evidence.filter(isSaid).map(wholeOf);
  const shown = evidence.filter((one) => !isSaid(one));
  // The picture that was looked at stays, and what happens is run in it: a map would show it again.
  if (question.picture !== undefined)
    return {
      told: [],
      left: shown.filter((one) => !isMap(one) || (isExplained && !isPlace(question))),
      numbers,
    };
  const isAlone = (one: Exhibit): boolean => one.kind === "explorer" || isWide(one);
  const ranked = [...shown].sort((a, b) => rankOf(a) - rankOf(b));
  const [first, ...beside] = ranked.filter((one) => !isAlone(one));
  const isTogether = first !== undefined && !isPicture(first) && fitsTogether([first, ...beside]);
  const told = first === undefined ? [] : [first, ...(isTogether ? beside : [])];
  const rest = [...(isTogether ? [] : beside), ...ranked.filter(isAlone)];
  const left = rest.filter(({ kind }) => kind !== "table" || told.length === 0);
  return { told, left, numbers: [...numbers, ...rest.filter((one) => !left.includes(one)).map(wholeOf)] };
}

/** Whether it is answered on a map. */
const isPlace = ({ card }: Question): boolean =>
  card !== undefined && "kind" in card && card.kind === "card-place";

/** A row of numbers says what an answer says. */
const isOneRow = (exhibit: Exhibit): boolean => textsOf(exhibit).length <= 2;

/** What shows most stands beside the answer. */
const RANKS = ["figure", "worked", "table", "text", "code", "explorer"];

const rankOf = ({ kind }: Exhibit): number => RANKS.indexOf(kind);

/** The right one of the choices, as the finding. */
export function rightOf({ choices }: Question): string | undefined {
  return choices.find(({ right }) => right)?.text.replace(/\.$/, "");
}
