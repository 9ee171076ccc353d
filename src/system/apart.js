// @ts-check
import { fileURLToPath } from "node:url";
import { start } from "./process.js";

const MAIN = fileURLToPath(new URL("./apart-main.js", import.meta.url));

/**
 * Starts a thread in a process of its own: whatever becomes of it, it costs this process nothing.
 *
 * It is sent `{ message, patience }` and sends on each of the thread's messages as `{ message }`. A thread that has not answered
 * for `patience` seconds of the processor's time is ended with its process, which says `{ lost }`, a sentence, before it ends;
 * a busy machine takes nothing from that time. Its environment is empty, and its time that of no place.
 * @param {{ script: string, data: unknown, heap: number, stack: number }} thread its script, the data it is started with, and
 *   the megabytes of its heap and its stack
 */
export function startApart(thread) {
  const child = start(process.execPath, [MAIN], {
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    serialization: "advanced",
    env: { TZ: "UTC" },
  });
  child.send(thread);
  return child;
}
