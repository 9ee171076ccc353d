import type { Change, Model } from "./model.ts";

type Listener = (change: Change) => void;

/** What is still to be told, and to whom: who waits longest comes first. */
const owed = new Map<Listener, Change>();

let isAwaited = false;

/** A picture comes late when it comes so many milliseconds after the one before: on most screens, when one has been missed. */
const LATE = 20;

/** After a late one so many pictures show the map alone. */
const ALONE = 2;

/** When the picture before was shown, how many are still to show the map alone, and whether the one before showed more. */
let pace = { shown: 0, alone: 0, wasMore: false };

/**
 * Listens to a model for what stands beside its map. While the start is dragged one of these is told a picture, in turn, so that the
 * map keeps pace with the hand, and where that makes pictures late, with every third; when it is let go all of them are at once.
 */
export function listenInTurn(model: Model, listener: Listener): void {
  model.onChange((change) => {
    if (model.isDragged && change !== "motion") owe(listener, change);
    else {
      pay(listener);
      listener(change);
    }
  });
}

function owe(listener: Listener, change: Change): void {
  const before = owed.get(listener);
  if (before === undefined || before === "step") owed.set(listener, change);
  awaitPicture();
}

function pay(listener: Listener): void {
  const change = owed.get(listener);
  owed.delete(listener);
  if (change !== undefined) listener(change);
}

function awaitPicture(): void {
  if (isAwaited) return;
  isAwaited = true;
  requestAnimationFrame((shown) => {
    isAwaited = false;
    const isLate = pace.wasMore && shown - pace.shown > LATE;
    const alone = isLate ? ALONE : Math.max(0, pace.alone - 1);
    const [next] = owed.keys();
    pace = { shown, alone, wasMore: alone === 0 };
    if (owed.size > (alone > 0 ? 0 : 1)) awaitPicture();
    if (alone === 0 && next !== undefined) pay(next);
  });
}
