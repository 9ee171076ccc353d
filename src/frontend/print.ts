let printing = false;

/** Whether the page is being printed: paper is light and narrow. */
export function isPrinting(): boolean {
  return printing;
}

window.addEventListener("beforeprint", () => (printing = true));
window.addEventListener("afterprint", () => (printing = false));

/** Calls back before the page is printed and after. */
export function watchPrinting(before: () => void, after: () => void): { stop: () => void } {
  window.addEventListener("beforeprint", before);
  window.addEventListener("afterprint", after);
  return {
    stop: () => {
      window.removeEventListener("beforeprint", before);
      window.removeEventListener("afterprint", after);
    },
  };
}
