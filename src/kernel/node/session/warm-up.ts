import { setTimeout } from "node:timers";

const rounds = 60;
const pause = 20;

/**
 * Has the compiler practise while nothing is asked of it: code that was started from a snapshot is slow until it has
 * run for a while. `round` compiles a small cell, in a few milliseconds; `isBusy` says that a request is being answered.
 */
export function warmUpWhenIdle(round: (index: number) => void, isBusy: () => boolean): void {
  let done = 0;
  const next = () => {
    if (!isBusy()) round(done++);
    if (done < rounds) setTimeout(next, isBusy() ? pause : 2).unref();
  };
  setTimeout(next, pause).unref();
}
