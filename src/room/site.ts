/** Under which names the room is reached. */
import { networkInterfaces } from "node:os";
import { OWN_HOSTS } from "../system/own-hosts.ts";
import { UserError } from "../system/user-error.js";

export interface Site {
  /** Where phones find it, with a slash at its end; nothing where none can. */
  readonly url?: URL;
  /** Hosts that requests may name: others were led here by a name that is not the room's. */
  readonly hosts: ReadonlySet<string>;
  /** The path that it lies under, for whoever looks from outside: "/" or "/services/room/". */
  readonly base: string;
}

/** On this machine alone. */
export const ALONE: Site = { hosts: new Set(OWN_HOSTS), base: "/" };

/** At an address that a proxy leads here from. @throws UserError where it is none */
export function behind(address: string): Site {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.search !== "" || url.hash !== "")
    throw new UserError(
      `--url must be the address at which phones reach this room, got ${address}`,
      "Example: --url https://room.example.org/ or --url https://hub.example.org/services/room/.",
    );
  if (!url.pathname.endsWith("/")) url.pathname += "/";
  return { url, hosts: new Set([...OWN_HOSTS, url.hostname]), base: url.pathname };
}

/** At this machine's addresses in its network. @throws UserError where it is in none */
export function inNetwork(port: number, addresses = ownAddresses()): Site {
  const [first] = addresses;
  if (first === undefined)
    throw new UserError(
      "This machine is in no network, so that no phone can reach it",
      "Join the network that the phones are in, or give an address with --url.",
    );
  return {
    url: new URL(`http://${first}:${port}/`),
    hosts: new Set([...OWN_HOSTS, ...addresses]),
    base: "/",
  };
}

/** This machine's own addresses (IPv4, which is shorter to type). */
function ownAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((all = []) => all)
    .filter(({ family, internal }) => family === "IPv4" && !internal)
    .map(({ address }) => address);
}
