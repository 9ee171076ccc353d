interface Job {
  readonly element: HTMLElement;
  /** Does the work; what goes wrong is told to who has given it. */
  readonly run: () => Promise<void>;
}

/** For how long (in milliseconds) figures may hold up a page; from then on, for as long as it rests. */
const MOST = 2000;

const jobs: Job[] = [];
let working = false;
/** How long the page has been held up when the latest work ended, what it has rested in between taken off. */
let heldUp = 0;
let ended = 0;

/**
 * Does the work of many figures one after another, those in view first. However many they are and however long they take, the
 * page is held up for two seconds in all, and then for half of the time.
 */
export function inTurn<T>(element: HTMLElement, run: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    jobs.push({ element, run: () => run().then(resolve, reject) });
    if (!working) void work();
  });
}

async function work(): Promise<void> {
  working = true;
  while (jobs.length > 0) {
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, heldUp - MOST)));
    const next = Math.max(
      0,
      jobs.findIndex(({ element }) => isInView(element)),
    );
    const begun = performance.now();
    await jobs.splice(next, 1)[0]!.run();
    heldUp = Math.max(0, heldUp - (begun - ended)) + performance.now() - begun;
    ended = performance.now();
  }
  working = false;
}

function isInView(element: HTMLElement): boolean {
  const { top, bottom, width } = element.getBoundingClientRect();
  return width > 0 && bottom > 0 && top < innerHeight;
}

/** Settles when the page has shown its next picture; soon where it shows none, as in a tab that is hidden. */
export function nextPicture(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, 100);
  });
}
