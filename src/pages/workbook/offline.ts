/** Under this the browser keeps the files of a site that were opened, for when there is no network. */
export const SHELF = "fall-line-pages";

/** From now on the page opens again without a network. A page from the disk needs nothing for that. */
export function keepForOffline(): void {
  if (!("serviceWorker" in navigator) || !location.protocol.startsWith("http")) return;
  addEventListener("load", () => {
    void (async () => {
      await navigator.serviceWorker.register("service-worker.js");
      // What has come before the service worker was there.
      const files = performance.getEntriesByType("resource").map(({ name }) => name);
      const own = files.filter((name) => name.startsWith(location.origin));
      const shelf = await caches.open(SHELF);
      await Promise.allSettled([location.href, ...own].map((file) => shelf.add(file)));
    })().catch((error: unknown) =>
      console.warn(`this page will not open without a network: ${(error as Error).message}`),
    );
  });
}
