const KEY = "fall-line-running";

/** Notes in this tab which cell runs; nothing when none does. */
export function noteRunning(cell: string | undefined): void {
  try {
    if (cell === undefined) sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, JSON.stringify([location.pathname, cell]));
  } catch {
    // Where nothing can be kept, the page has said so.
  }
}

addEventListener("pagehide", () => noteRunning(undefined));

/** The cell that ran when this page broke down in this tab: when it goes as it should, it notes so. */
export function takeBroken(): string | undefined {
  try {
    const [page, cell] = JSON.parse(sessionStorage.getItem(KEY) ?? "[]") as string[];
    noteRunning(undefined);
    return page === location.pathname ? cell : undefined;
  } catch {
    return undefined;
  }
}
