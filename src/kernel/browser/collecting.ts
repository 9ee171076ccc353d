/** Nothing has been done for so long, in milliseconds. */
const QUIET = 2000;

/** So many bytes are asked for and never touched: they take no memory, but the engine counts them. */
const COUNTED = 2 ** 27;

const { setTimeout, clearTimeout } = globalThis;
let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Has the engine look for garbage when nothing more is done for a moment. By itself it looks when enough was allocated, and a
 * page that has come to rest allocates nothing: what its last work has left would stay, more than half of all it holds.
 */
export function collectWhenQuiet(): void {
  clearTimeout(timer);
  timer = setTimeout(() => {
    try {
      new ArrayBuffer(COUNTED);
    } catch {
      // Where so much can't be had, the engine has looked for garbage to find it.
    }
  }, QUIET);
}
