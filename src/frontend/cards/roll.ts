/** A picture in which a guess is made, and over which what happens is run afterwards. */
export interface Rolled {
  readonly node: HTMLElement;
  /** So many steps there are of what happens. */
  readonly last: number;
  /** Shows so many steps of what happens; nothing of it, and the guess is open again, where no number is given. */
  show(steps: number | undefined): void;
  /** Ends what it does, before it is taken away. */
  stop(): void;
}

/** How long what happens takes to be run over a guess, in milliseconds. */
const LONG = 2200;

/**
 * Runs what happens over the guess; at once for those who have asked their system for less motion.
 * @returns breaks it off
 */
export function roll(picture: Rolled): () => void {
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) {
    picture.show(picture.last);
    return () => undefined;
  }
  let begun: number | undefined;
  let frame = 0;
  const next = (now: number): void => {
    begun ??= now;
    const share = Math.min(1, (now - begun) / LONG);
    picture.show(Math.round(share * picture.last));
    if (share < 1 && picture.node.isConnected) frame = requestAnimationFrame(next);
  };
  frame = requestAnimationFrame(next);
  return () => cancelAnimationFrame(frame);
}
