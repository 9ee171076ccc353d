import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { choosePort } from "../jupyter/ports.ts";
import { type Kept, readKept } from "../room/kept.ts";
import { ALONE, behind, inNetwork, type Site } from "../room/site.ts";
import { makeFolder } from "../system/folders.js";
import { UserError } from "../system/user-error.js";
import { wholeOption } from "../system/whole-option.ts";
import type { Invocation } from "./boot/arguments.js";

/** What was asked for, checked. */
export interface RoomOptions {
  readonly site: (port: number) => Site;
  /** Without a proxy before it, and open to the network. */
  readonly isLan: boolean;
  readonly host: string;
  readonly port: string | undefined;
  readonly seats: number;
  /** What goes on, and where it is kept. */
  readonly kept: Kept | undefined;
  readonly file: string | undefined;
}

/** @throws UserError where something can't be done, before the long work */
export async function roomOptions({ options }: Invocation, callerDir: string): Promise<RoomOptions> {
  const text = (name: string): string | undefined =>
    options[name] === undefined ? undefined : String(options[name]);
  const [url, keep, resume] = [text("url"), text("keep"), text("resume")];
  const isLan = options["lan"] === true;
  const behindIt = url === undefined ? undefined : behind(url);
  if (behindIt === undefined && isLan) inNetwork(0);
  const file = resume ?? keep;
  const path = file === undefined ? undefined : resolve(callerDir, file);
  if (resume === undefined && path !== undefined) {
    if (existsSync(path))
      throw new UserError(
        `${path} is there already, and is left as it is`,
        "Go on with it by --resume, or name another file.",
      );
    makeFolder(dirname(path));
  }
  const kept = resume === undefined ? undefined : readKept(path!);
  const port = text("port") ?? (kept === undefined ? undefined : String(kept.port));
  if (port !== undefined) await choosePort(port);
  return {
    site: (own) => behindIt ?? (isLan ? inNetwork(own) : ALONE),
    isLan: isLan && behindIt === undefined,
    host: isLan ? "0.0.0.0" : "127.0.0.1",
    port,
    seats: wholeOption("seats", text("seats") ?? "300", 1, 5000, 60),
    kept,
    file: path,
  };
}
