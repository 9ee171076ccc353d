/** Has an explorer play once, when it has come to life; not where less motion is asked for. */
export function playWhenLive(place: HTMLElement): void {
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  const look = (_: unknown, observer: MutationObserver): void => {
    if (place.dataset["state"] !== "live") return;
    observer.disconnect();
    place.querySelector<HTMLButtonElement>(".transport .play")?.click();
  };
  new MutationObserver(look).observe(place, { attributeFilter: ["data-state"] });
}
