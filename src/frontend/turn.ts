interface Job {
  readonly element: HTMLElement;
  /** Does the work; what goes wrong is told to who has given it. */
  readonly run: () => Promise<void>;
}

const jobs: Job[] = [];
let working = false;

/** Does the work of many figures one after another, those in view first, so that the page stays quick. */
export function inTurn<T>(element: HTMLElement, run: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    jobs.push({ element, run: () => run().then(resolve, reject) });
    if (!working) void work();
  });
}

async function work(): Promise<void> {
  working = true;
  while (jobs.length > 0) {
    await new Promise((resolve) => setTimeout(resolve));
    const next = Math.max(
      0,
      jobs.findIndex(({ element }) => isInView(element)),
    );
    await jobs.splice(next, 1)[0]!.run();
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
