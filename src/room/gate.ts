/** Who is let in: no other site, no other name, not too much at once. */
import type { IncomingMessage } from "node:http";
import { hostIn } from "../system/own-hosts.ts";
import { Refused } from "./refused.ts";
import type { Site } from "./site.ts";

/**
 * @param mayComeFromAnywhere of what is opened by a link, or shows a key
 * @throws Refused where a request comes from a page of another site, or names a host that is not the room's
 */
export function checkOrigin({ headers }: IncomingMessage, site: Site, mayComeFromAnywhere: boolean): void {
  const { host = "", origin } = headers;
  if (!site.hosts.has(hostIn(`http://${host}`) ?? ""))
    throw new Refused("foreign", "This room is not called so: use the address on the screen.");
  if (mayComeFromAnywhere) return;
  const from = headers["sec-fetch-site"];
  const isOwn =
    (from === undefined || from === "same-origin" || from === "none") &&
    (origin === undefined || origin === site.url?.origin || partyIn(origin) === host);
  if (!isOwn) throw new Refused("foreign", "This room is answered on its own pages alone.");
}

/** Host and port. */
function partyIn(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}

/** An answer is short: so many bytes are read of a request. */
const LONGEST = 16 * 1024;

/** @throws Refused where something is sent that is too long, or does not say how long it is */
export function checkLength({ headers, method }: IncomingMessage): void {
  const length = headers["content-length"];
  const isShort = length === undefined ? method !== "POST" : Number(length) <= LONGEST;
  if (!isShort || headers["transfer-encoding"] !== undefined)
    throw new Refused("ill-formed", "This is too long to be an answer, or does not say how long it is.");
}
