interface Job {
  readonly element: HTMLElement;
  readonly run: () => Promise<unknown>;
  readonly done: () => void;
  readonly failed: (reason: unknown) => void;
}

const jobs: Job[] = [];
let working = false;

/** Does the work of many figures one after another, those in view first, so that the page stays quick. */
export function inTurn(element: HTMLElement, run: () => Promise<unknown>): Promise<void> {
  return new Promise((resolve, reject) => {
    jobs.push({ element, run, done: resolve, failed: reject });
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
    const [job] = jobs.splice(next, 1);
    try {
      await job!.run();
      job!.done();
    } catch (reason) {
      job!.failed(reason);
    }
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
