/** A room for the tests of the kernel: it says its address, then each count, a line each; it opens the question of each line it is given, and ends with them. */
import { createInterface } from "node:readline";
import { openBareRoom } from "../room/bare.ts";

const about = { lesson: "Momentum", title: "Title", prompt: "Prompt." };
const options = ["longer", "shorter"].map((name) => ({ name, text: name }));

const tell = (): void => console.log(JSON.stringify(room.tally()));
const { room, place, close } = await openBareRoom(
  [
    { ...about, kind: "choose", id: "momentum/flip", options },
    { ...about, kind: "code", id: "momentum/rule" },
  ],
  { changed: () => tell() },
);
console.log(place);
for await (const question of createInterface(process.stdin))
  room.obey({ request: "open", question, vote: 1 });
await close();
