/** The one setting that must stand in a file which others write too: it is put in where nothing is said, and taken out again. */
import { existsSync, readFileSync, rmSync, statSync } from "node:fs";
import { UserError } from "../../system/user-error.js";
import { replaceFile } from "../../system/whole-file.js";
import { NO_LANGUAGE_SERVERS } from "../settings.ts";
import type { OpenFiles } from "./open-files.ts";

interface Settings {
  LanguageServerManager?: Record<string, unknown>;
  readonly [section: string]: unknown;
}

const WANTED = NO_LANGUAGE_SERVERS.LanguageServerManager;

/** Puts the setting in. @returns false when somebody has set it already, as they want it */
export function putIn(files: OpenFiles, path: string): boolean {
  const settings = read(path);
  const theirs = settings.LanguageServerManager;
  if (theirs?.["autodetect"] !== undefined) return false;
  const more = { ...settings, LanguageServerManager: { ...theirs, ...WANTED } };
  if (existsSync(path)) {
    writeAs(path, more);
    files.changed = true;
  } else files.writeJson(path, more);
  return true;
}

/** Takes the setting out, if it is still as it was put in; what else the file says stays. */
export function takeOut(path: string): void {
  if (!existsSync(path)) return;
  const settings = read(path);
  const { autodetect, ...others } = settings.LanguageServerManager ?? {};
  if (autodetect !== WANTED.autodetect) return;
  settings.LanguageServerManager = others;
  if (Object.keys(others).length === 0) delete settings.LanguageServerManager;
  if (Object.keys(settings).length === 0) rmSync(path);
  else writeAs(path, settings);
}

/** Writes a file anew with the permissions that it has. */
function writeAs(path: string, settings: Settings): void {
  replaceFile(path, `${JSON.stringify(settings, undefined, 2)}\n`, statSync(path).mode & 0o777);
}

function read(path: string): Settings {
  if (!existsSync(path)) return {};
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Settings;
  } catch (error) {
    throw new UserError(
      `${path} is not JSON: ${(error as Error).message}`,
      "Jupyter cannot read it either. Put it right, and run the command again.",
    );
  }
}
