import type { Change, Model } from "./model.ts";

type Listener = (change: Change) => void;

/** What is still to be told, and to whom: who waits longest comes first. */
const owed = new Map<Listener, Change>();

let isAwaited = false;

/**
 * Listens to a model for what stands beside its map. While the start is dragged one of these is told a picture, in turn, so that the
 * map keeps pace with the hand; when it is let go all of them are at once.
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
  requestAnimationFrame(() => {
    isAwaited = false;
    const [next] = owed.keys();
    if (owed.size > 1) awaitPicture();
    if (next !== undefined) pay(next);
  });
}
