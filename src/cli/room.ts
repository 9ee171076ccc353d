import { once } from "node:events";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import encodeQR from "qr";
import { openBrowser } from "../jupyter/browser.ts";
import { choosePort } from "../jupyter/ports.ts";
import { decksOf, lessonsIn, questionsOf, readComposed } from "../room/composed.ts";
import { doorFile } from "../room/door.ts";
import { closedIn, keptOf, writeKept } from "../room/kept.ts";
import { markOf, newCode, newSecret } from "../room/keys.ts";
import { paced } from "../room/paced.ts";
import { phonePage } from "../room/phone-html.ts";
import type { RoomData } from "../room/protocol.ts";
import { Room } from "../room/room.ts";
import { serveRoom } from "../room/server.ts";
import type { Site } from "../room/site.ts";
import { start } from "../system/process.js";
import { ownFolder } from "../system/own-folder.ts";
import { UserError } from "../system/user-error.js";
import type { Invocation } from "./boot/arguments.js";
import type { Command, Session } from "./command.ts";
import { roomOptions } from "./room-options.ts";
import { roomWords } from "./room-words.ts";

/** `fall-line room LESSON...|--all`: decks with a room behind them, in which the class answers on its phones, until Ctrl-C. */
export const room: Command = async (invocation, session) => {
  const opened = await openRoom(invocation, session);
  return "code" in opened ? opened.code : new Promise(() => undefined);
};

/** Composes decks into a folder, and gives the exit code. */
type Compose = (invocation: Invocation, session: Session, folder: string) => Promise<number>;

/** Opens a room, unless no lesson could be run: then it gives the exit code. */
export async function openRoom(
  invocation: Invocation,
  session: Session,
  compose: Compose = composeApart,
): Promise<{ readonly code: number } | { readonly close: () => Promise<void> }> {
  const { projectDir, progress, stop } = session;
  // What can't be done is told before the long work, not after.
  const asked = await roomOptions(invocation, session.callerDir);
  const { folder, end: remove } = ownFolder(projectDir, "room");
  const wrong = await compose(invocation, session, folder);
  const composed = readComposed(folder);
  if (composed === undefined) {
    remove();
    return { code: wrong };
  }
  const questions = questionsOf(composed);

  const port = await choosePort(asked.port);
  const site = asked.site(port);
  const key = newSecret();
  const { kept, seats, file } = asked;
  const about = { port, code: kept?.code ?? newCode(), keys: [...(kept?.keys ?? []), markOf(key)] };
  const served = new Room({ questions, most: seats, newSeat: newSecret, kept: kept && closedIn(kept) });
  const again = kept?.open;
  if (again !== undefined && questions.has(again.question)) served.obey({ request: "open", ...again });
  let hasEnded = false;
  const keep = (): void => {
    if (file !== undefined && !hasEnded) writeKept(file, keptOf(served, questions, about));
  };
  keep();
  const decks = decksOf(composed, folder, dataOf(site, about.code));
  const shown = {
    decks,
    lessons: lessonsIn(composed, folder),
    phone: phonePage(projectDir, composed.title),
    pictures: new Map(Object.entries(composed.pictures)),
  };
  const changed = paced(KEPT_EVERY, () => tellingFaults(keep));
  const running = await serveRoom(
    { room: served, site, seats, ...about, ...shown, changed },
    port,
    asked.host,
  );
  const local = `http://127.0.0.1:${port}/`;
  const isOpened = invocation.options["no-browser"] !== true;
  const door = isOpened ? doorFile(folder, local, key) : undefined;
  const end = (): void => {
    tellingFaults(keep);
    hasEnded = true;
    remove();
  };
  process.once("exit", end);
  Object.assign(stop, { code: 0, farewell: "The room has ended." });
  const opened = { ...asked, site, code: about.code, local, door, key };
  for (const line of roomWords(opened, progress.strong)) progress.line(`\n${line}`);
  if (door !== undefined) openBrowser(pathToFileURL(door).href);
  return {
    close: () => {
      process.off("exit", end);
      end();
      return running.close();
    },
  };
}

/** Counts are written at most so often, in milliseconds. */
const KEPT_EVERY = 1000;

/** A disk that is full ends no class: it is told, and tried again at the next answer. */
function tellingFaults(act: () => void): void {
  try {
    act();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    process.stderr.write(`fall-line: counts are not kept now: ${error.message}. ${error.cure}\n`);
  }
}

/** In a process that ends: what that takes is many times what a room does. */
async function composeApart(
  { words, options }: Invocation,
  { projectDir }: Session,
  folder: string,
): Promise<number> {
  const named = [...words, ...(options["all"] === true ? ["--all"] : [])];
  const course = options["course"] === undefined ? [] : ["--course", String(options["course"])];
  const bootstrap = join(projectDir, "src", "cli", "bootstrap.cjs");
  const args = [bootstrap, "room-decks", ...named, ...course, "--into", folder];
  const child = start(process.execPath, args, { stdio: ["ignore", "inherit", "inherit"] });
  const [code] = (await once(child, "exit")) as [number | null];
  return code ?? 1;
}

/** What a deck knows of its room. */
function dataOf({ url }: Site, code: string): Omit<RoomData, "deck" | "key" | "questions"> {
  if (url === undefined) return { code };
  return { code, address: url.host + url.pathname, qr: encodeQR(new URL(code, url).href, "svg") };
}
