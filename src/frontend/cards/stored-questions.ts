import { isDone } from "../../exercises/overview.ts";
import { remembered } from "../../remembered.ts";
import { SPECIFICATION } from "../../mime.ts";
import { Keeper } from "./keeper.ts";
import { notebookOrPage, storedOutputs } from "./kernel.ts";
import { isHiding, setOpen } from "./open-questions.ts";

/** Who watches a question of a notebook until its card is drawn; nobody any more when it has been. */
const watches = new WeakMap<HTMLElement, Map<string, Keeper | undefined>>();

/**
 * The questions in the notebook around an element that hide an outcome are open from now on, unless the kernel knows an
 * answer: JupyterLab may draw their cards later than an explorer, or not before they are scrolled to.
 */
export function askStored(node: Element): void {
  const place = notebookOrPage(node);
  const watched = watchesOf(place);
  for (const id of hidingQuestions(node)) {
    if (watched.has(id)) continue;
    setOpen(place, id, true);
    const keeper = new Keeper(place, id);
    watched.set(id, keeper);
    keeper.watch((status) => setOpen(place, id, !isDone(status)));
  }
}

/** From now on the card of a question says itself whether it is open. */
export function cardIsDrawn(place: HTMLElement, id: string): void {
  const watched = watchesOf(place);
  watched.get(id)?.stop();
  watched.set(id, undefined);
}

const watchesOf = (place: HTMLElement): Map<string, Keeper | undefined> =>
  remembered(watches, place, () => new Map<string, Keeper | undefined>());

function hidingQuestions(node: Element): string[] {
  return storedOutputs(node)
    .map(({ data }) => data[SPECIFICATION])
    .filter(isHiding)
    .map(({ id }) => id);
}
