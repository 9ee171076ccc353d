/** Settles when the element has a width: at once in an open page, later in a hidden tab or slide. */
export function whenShown(element: HTMLElement): Promise<void> {
  return new Promise((resolve) => {
    if (element.clientWidth > 0) {
      resolve();
      return;
    }
    const observer = new ResizeObserver(() => {
      if (element.clientWidth === 0) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(element);
  });
}

/** Calls back when the element's width on the screen changes, while it is shown; at most once a picture. */
export function watchWidth(element: HTMLElement, changed: () => void): { stop: () => void } {
  let width = element.clientWidth;
  let waiting = false;
  const observer = new ResizeObserver(() => {
    if (waiting || matchMedia("print").matches) return;
    if (element.clientWidth === 0 || element.clientWidth === width) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      width = element.clientWidth;
      if (width > 0) changed();
    });
  });
  observer.observe(element);
  return { stop: () => observer.disconnect() };
}
