/** A page without a scroll for so long is at rest, in milliseconds. */
const REST = 1500;

let wanted: Promise<void> | undefined;

/**
 * Settles when charts are wanted: someone touches one, or the page has been loaded and read at rest for a moment. Until then
 * their still pictures do, and the text is not held up by the large script that draws.
 * @param places a selector of what is touched
 */
export function chartsWanted(places: string): Promise<void> {
  wanted ??= Promise.race([touched(places), atRest()]);
  return wanted;
}

function touched(places: string): Promise<void> {
  return new Promise((resolve) => {
    const look = ({ target }: Event): void => {
      if (target instanceof Element && target.closest(places) !== null) resolve();
    };
    for (const kind of ["pointerdown", "pointerover", "focusin"])
      addEventListener(kind, look, { passive: true });
  });
}

/** Settles when the page has been loaded: what plays by itself does not wait for the reader. */
export async function loaded(): Promise<void> {
  if (document.readyState !== "complete")
    await new Promise((end) => {
      addEventListener("load", end, { once: true });
    });
}

async function atRest(): Promise<void> {
  await loaded();
  await new Promise<void>((rested) => {
    let timer = setTimeout(rested, REST);
    addEventListener(
      "scroll",
      () => {
        clearTimeout(timer);
        timer = setTimeout(rested, REST);
      },
      { passive: true },
    );
  });
}
