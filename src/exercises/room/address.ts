import { InputError } from "../../errors.ts";

/** A room as it is asked for: where it is, with a slash at its end. */
export interface RoomAddress {
  readonly url: string;
  readonly code: string;
}

/** A host, perhaps a port and a path; then six letters, in whatever way they are typed. */
const ADDRESS = /^(https?:\/\/)?([\w.:[\]-]+(?:\/[\w.~%-]+)*)\/([a-z]{3}[\s-]?[a-z]{3})\/?$/i;

/** What is reached by a number or in this machine has no certificate. */
const PLAIN = /^(localhost|[\d.]+|\[[\da-f:]+\])(:\d+)?(\/|$)/i;

/**
 * Reads the address of a room as it stands on the screen: `10.0.4.17:8900/K3M9PX`, `https://hub.example.org/services/room/K3M9PX`.
 * @throws InputError where it is none
 */
export function readAddress(typed: unknown): RoomAddress {
  const read = typeof typed === "string" ? ADDRESS.exec(typed.trim()) : undefined;
  const [, scheme, place, code] = read ?? [];
  if (place === undefined || code === undefined)
    throw new InputError({
      what: "a room is joined by its address and its code",
      got: typed,
      cure: 'write both as they stand on the screen: room("room.example.org/BCDFGH")',
    });
  const plain = PLAIN.test(place) ? "http://" : "https://";
  return { url: `${scheme ?? plain}${place}/`, code: code.replaceAll(/[\s-]/g, "").toUpperCase() };
}
