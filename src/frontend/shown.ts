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

/** Whether the page is now laid out for paper. */
export function isOnPaper(): boolean {
  return matchMedia("print").matches;
}

/** Calls back at first, and when the element's size on the screen changes; at most once a picture. */
export function watchSize(element: HTMLElement, changed: () => void): { stop: () => void } {
  let picture = 0;
  const observer = new ResizeObserver(() => {
    picture = requestAnimationFrame(changed);
  });
  observer.observe(element);
  return {
    stop: () => {
      cancelAnimationFrame(picture);
      observer.disconnect();
    },
  };
}
