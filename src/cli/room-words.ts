import type { Site } from "../room/site.ts";

/** What is told of a room that has been opened. */
interface Opened {
  readonly site: Site;
  readonly code: string;
  /** Where it is on this machine. */
  readonly local: string;
  readonly isLan: boolean;
  /** The file that opens the deck in a browser; without it the deck asks for the key. */
  readonly door: string | undefined;
  readonly key: string;
  /** Where counts are kept. */
  readonly file: string | undefined;
}

/** What to do now, in plain words: a paragraph each. @param strong marks what is looked for */
export function roomWords(
  { site: { url }, code, local, isLan, door, key, file }: Opened,
  strong: (text: string) => string,
): string[] {
  return [
    door === undefined
      ? `The deck is at ${strong(url?.href ?? local)}, under “I teach here”. It asks for the teacher's key: ${strong(key)}\nWhoever has the key has the answers: keep this terminal off the screen of the hall.`
      : `The deck opens in your browser. To open it again, open this file in it: ${door}`,
    url === undefined
      ? `No phone can reach this room: it is on this machine alone. To try it, open ${strong(local + code)} in another window. For a class, end it and give --url or --lan.`
      : `Phones go to ${strong(new URL(code, url).href)}`,
    ...(isLan
      ? [
          "That is this machine's address in its network: every device there can reach the room, and what is sent is not encrypted. Where a network keeps devices apart, as many on a campus do, no phone gets through: give --url then.",
        ]
      : []),
    ...(file === undefined ? [] : [`Counts are kept in ${file}; after a break, --resume ${file} goes on.`]),
    "Ctrl-C ends the room.",
  ];
}
