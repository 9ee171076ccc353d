/** Lets pages that were opened before open again without a network: what the network gives is kept, and given when it is gone. */
import { SHELF } from "./offline.ts";

interface FetchEvent extends Event {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}

addEventListener("activate", (event) => {
  const { clients } = globalThis as unknown as { clients: { claim(): Promise<void> } };
  (event as Event & { waitUntil(done: Promise<unknown>): void }).waitUntil(clients.claim());
});

addEventListener("fetch", (event) => {
  const { request } = event as FetchEvent;
  if (request.method !== "GET" || !request.url.startsWith(location.origin)) return;
  (event as FetchEvent).respondWith(answer(request));
});

async function answer(request: Request): Promise<Response> {
  const shelf = await caches.open(SHELF);
  try {
    const fresh = await fetch(request);
    // Where the browser's storage is full, the page goes on without.
    if (fresh.status === 200) void shelf.put(request, fresh.clone()).catch(() => undefined);
    return fresh;
  } catch (error) {
    const kept = await shelf.match(request, { ignoreSearch: true, ignoreVary: true });
    if (kept !== undefined) return kept;
    throw error;
  }
}
