/** What the room is told of a question. */
import { blocksToText } from "../exercises/blocks.ts";
import { type Exercise, kindOf } from "../exercises/exercise.ts";
import type { OnPhone } from "../exercises/kind.ts";
import { sayMistake } from "../exercises/mistake.ts";
import type { Choice, Question } from "../presenting/question.ts";
import { unbroken } from "../presenting/unbroken.ts";
import type { KnownQuestion } from "./known.ts";
import type { Answer, Asked } from "./protocol.ts";

/** Takes a picture, and gives its address. */
export type Keep = (svg: string) => string;

/**
 * The question of a slide, as the room asks it.
 * @param from its lesson
 */
export function knownQuestion(
  question: Question,
  exercise: Exercise,
  from: Pick<Asked, "lesson" | "page">,
  keep: Keep,
): KnownQuestion {
  const kind = kindOf(exercise);
  const phone = kind.onPhone?.(exercise);
  const { asked, right, shows } = partsOf(phone, question, exercise, keep);
  const { id, title, prompt, task } = question;
  const given = task?.aim === undefined ? task?.given.lines.join("\n") : undefined;
  const about = { id, ...from, title, prompt, ...(given === undefined ? {} : { given }) };
  return {
    asked: { ...about, ...asked },
    truth: { right, why: whyOf(question, exercise), ...(shows === undefined ? {} : { shows }) },
    hands: optionsOf(question, exercise).map(({ name }) => name),
    takesCode: kind.answered !== "on a card",
    mistakes: Object.fromEntries(kind.mistakes(exercise).map((mistake) => [mistake.id, sayMistake(mistake)])),
    ...(phone?.by === "order" ? { before: phone.before } : {}),
  };
}

/** What is of its kind, without what all have. */
type Own<A = Asked> = A extends unknown
  ? Omit<A, "id" | "lesson" | "page" | "title" | "prompt" | "given">
  : never;
interface Parts extends Pick<KnownQuestion["truth"], "right" | "shows"> {
  readonly asked: Own;
}

function partsOf(phone: OnPhone | undefined, question: Question, exercise: Exercise, keep: Keep): Parts {
  switch (phone?.by) {
    case "number":
      return {
        asked: {
          kind: "number",
          fields: Object.entries(phone.labels).map(([name, label]) => ({ name, label })),
        },
        right: [{ kind: "number", numbers: phone.right }],
      };
    case "place": {
      const { map, right, shows } = phone;
      const [across, up] = map.names;
      return {
        asked: {
          kind: "place",
          asks: Object.keys(right),
          map: {
            ...keptPicture(map, keep),
            axes: [
              { name: across, range: map.x },
              { name: up, range: map.y },
            ],
          },
        },
        right: [{ kind: "place", point: right }],
        shows: keptPicture(shows, keep),
      };
    }
    case "order":
      return {
        asked: {
          kind: "order",
          lines: Object.entries(phone.lines).map(([name, text]) => ({ name, text })),
        },
        right: [{ kind: "order", lines: [...phone.right] }],
      };
    case "text":
      return { asked: { kind: "text" }, right: [] };
    case undefined:
      return chosenFrom(question, exercise, keep);
  }
}

/** What is chosen from in the deck is chosen from on a phone; of code without anything to choose from, notebooks tell. */
function chosenFrom(question: Question, exercise: Exercise, keep: Keep): Parts {
  const { picture } = question;
  const options = optionsOf(question, exercise);
  const own =
    picture === undefined
      ? {}
      : { picture: keptPicture({ ...STILL, svg: picture.svg, alt: picture.alt }, keep) };
  if (options.length === 0) return { asked: { kind: "code", ...own }, right: [] };
  return {
    asked: {
      kind: "choose",
      ...own,
      options: options.map(({ name, text }) => ({ name, text: unbroken(text) })),
    },
    right: options.flatMap(({ name, right }): Answer[] => (right ? [{ kind: "choose", option: name }] : [])),
  };
}

/** The choices of a question, where one of them is an answer, by the names that its exercise has for them. */
function optionsOf({ choices }: Question, exercise: Exercise): (Choice & { readonly name: string })[] {
  if (!choices.some(({ right }) => right)) return [];
  const names = Object.keys(kindOf(exercise).question(exercise).options ?? {});
  return choices.map((choice, i) => ({ ...choice, name: names[i] ?? String(i + 1) }));
}

/** Why it is so: the reason of what is right, or what is told with the answer. */
function whyOf({ choices }: Question, exercise: Exercise): string {
  const reason = choices.find(({ right }) => right)?.reason;
  const told = kindOf(exercise)
    .solution(exercise)
    .filter(({ kind }) => kind === "text");
  return reason ?? blocksToText(told);
}

/** How large still pictures are. */
const STILL = { width: 640, height: 320 };

interface Still {
  readonly svg: string;
  readonly alt: string;
  readonly width: number;
  readonly height: number;
}

function keptPicture({ svg, alt, width, height }: Still, keep: Keep): NonNullable<Asked["picture"]> {
  return { src: keep(svg), alt, width, height };
}
