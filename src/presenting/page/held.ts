/** The film of a question: it stops before it is decided, and plays on in its place when the answer is shown. */
import type { Drawing } from "./drawing.ts";
import { beginFigure } from "./figure-steps.ts";
import type { PlainFigure } from "./plain-figure.ts";

/** Curves as a film that plays when it is told to, and not when it is seen; balls bear their names, which no end of a curve gives away. */
export function filmed(
  specification: unknown,
  draw: (specification: unknown) => PlainFigure,
  growing: Drawing["growing"],
): PlainFigure {
  const { options, ...rest } = specification as { readonly options?: object };
  const { layout, ...film } = growing(draw({ ...rest, options: { ...options, plays: true } }));
  const { plays: _, ...meta } = layout["meta"] as { readonly plays: unknown };
  return { ...film, layout: { ...layout, annotations: [], meta } };
}

/** Begins at the last moment that comes before the answer. */
export function beginHeld(picture: HTMLElement, film: HTMLElement, { frames = [] }: PlainFigure): void {
  const stops = Number(picture.dataset["stops"]);
  const moments = frames.filter(({ name }) => Number(name) <= stops);
  picture.dataset["moment"] = String(Math.max(0, moments.length - 1));
  rest(picture, film);
}

/** Plays on when the answer is shown, and goes back when it is taken away; nothing moves where less motion is asked for. */
export function playHeld(slide: HTMLElement): void {
  const picture = slide.querySelector<HTMLElement>(".held");
  if (picture === null) return;
  const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  if (isAnswered(picture) && !isCalm) beginFigure(slide);
  else rest(picture);
}

const isAnswered = (picture: Element): boolean => picture.closest(".slide.answered") !== null;

/** At the moment before the answer, or at the end where the answer is shown already. */
function rest(picture: HTMLElement, film = picture): void {
  const knob = film.querySelector<HTMLInputElement>(".knob");
  if (knob === null) return;
  knob.value = isAnswered(picture) ? knob.max : picture.dataset["moment"]!;
  knob.dispatchEvent(new Event("input"));
}
