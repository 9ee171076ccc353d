import type { Change, Model } from "./model.ts";

type Listener = (change: Change) => void;

/** What is still to be told, and to whom: who waits longest comes first. */
const owed = new Map<Listener, Change>();

/** A picture comes late when it comes so many milliseconds after the one before: on most screens, when one has been missed. */
const LATE = 20;

/** At the least one picture of so many shows more than the map. */
const RAREST = 8;

/** A hand rests when it has not moved for so many milliseconds. */
const REST = 80;

/** One picture of `every` shows more than the map. */
const pace = { every: 1, since: 0, shown: 0, wasMore: false };

let isAwaited = false;

let resting: ReturnType<typeof setTimeout> | undefined;

/**
 * Listens to a model for what stands beside its map. While the start is dragged one of these is told a move, in turn, so that the
 * map keeps pace with the hand; where that makes pictures late, at every second move, every fourth, and so on. When the hand rests,
 * and when it lets go, all of them are told at once.
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
  clearTimeout(resting);
  resting = setTimeout(payAll, REST);
  if (isAwaited) return;
  isAwaited = true;
  requestAnimationFrame(payInTurn);
}

function pay(listener: Listener): void {
  const change = owed.get(listener);
  owed.delete(listener);
  if (change !== undefined) listener(change);
}

function payAll(): void {
  for (const listener of [...owed.keys()]) pay(listener);
}

function payInTurn(shown: number): void {
  isAwaited = false;
  const isLate = shown - pace.shown > LATE;
  if (pace.wasMore) pace.every = isLate ? Math.min(RAREST, 2 * pace.every) : Math.max(1, pace.every / 2);
  pace.shown = shown;
  pace.since += 1;
  pace.wasMore = pace.since >= pace.every;
  if (!pace.wasMore) return;
  pace.since = 0;
  const [next] = owed.keys();
  if (next !== undefined) pay(next);
}
