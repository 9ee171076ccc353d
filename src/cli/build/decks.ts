import { type Made, together } from "./made.ts";
import { buildScript } from "./script.ts";

/**
 * The scripts that a deck has in it: `dist/deck.js`, reveal.js with keys and the speaker's view; what draws figures; and what its code
 * is changed and run with. With a room, `dist/deck-room.js`, and `dist/phone.js`, by which its phones answer.
 */
export const make = (): Promise<Made> =>
  together([
    buildScript("src/presenting/page/deck.ts", "dist/deck.js"),
    buildScript("src/presenting/page/drawing.ts", "dist/deck-drawing.js"),
    buildScript("src/presenting/page/workbench.ts", "dist/deck-workbench.js", {}),
    buildScript("src/presenting/page/room/main.ts", "dist/deck-room.js", {}),
    buildScript("src/room/phone/main.ts", "dist/phone.js", {}),
  ]);
