import type { PlaceMap } from "./map.ts";

/** How long a descent takes to be run over a guess, in milliseconds. */
const LONG = 2200;

/** Runs what happens over the guess; at once for those who have asked their system for less motion. */
export function roll(map: PlaceMap): void {
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) {
    map.show(map.last);
    return;
  }
  let begun: number | undefined;
  const next = (now: number): void => {
    begun ??= now;
    const share = Math.min(1, (now - begun) / LONG);
    map.show(Math.round(share * map.last));
    if (share < 1 && map.node.isConnected) requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
}
