/** The folder of an export: only one that is new, empty, or an export itself is written to. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, isAbsolute, join } from "node:path";
import * as v from "valibot";
import { makeFolder } from "../system/folders.js";
import { UserError, writing } from "../system/user-error.js";

/** What an export is: a site of all lessons, one of JupyterLite, or files that need no other: pages, decks, handouts, students' grades. */
const KINDS = ["site", "lite", "pages", "decks", "handouts", "grades"] as const;

export type Kind = (typeof KINDS)[number];

/** What an export says of itself. Whoever wrote it, no file outside of the folder is one of the export. */
const NOTE = v.object({
  kind: v.picklist(KINDS),
  files: v.array(
    v.pipe(
      v.string(),
      v.check((file) => isLocal(file)),
    ),
  ),
});

type Note = v.InferOutput<typeof NOTE>;

const isLocal = (file: string): boolean => !isAbsolute(file) && !file.split(/[\\/]/).includes("..");

const NOTE_FILE = ".fall-line-export.json";

/**
 * Makes a folder to write to where it is not there, and refuses one that holds anything but an export of the same kind.
 * @throws UserError with the cure
 */
export function claimFolder(folder: string, kind: Kind): void {
  makeFolder(folder);
  const note = noteOf(folder);
  if (note?.kind === kind || writing(folder, () => readdirSync(folder)).length === 0) return;
  const holds =
    note === undefined ? "things that are not an export" : `an export of another kind (${note.kind})`;
  throw new UserError(
    `The folder ${folder} holds ${holds}, and is left as it is`,
    `Choose a new or an empty folder with ${kind === "grades" ? "--html" : "--out"} DIR, or remove that one.`,
  );
}

/** Writes an export's files by their paths. Files of the same export before are replaced; of a site, those gone are removed. */
export function writeFolder(
  folder: string,
  kind: Kind,
  files: ReadonlyMap<string, string | Uint8Array>,
): void {
  claimFolder(folder, kind);
  writing(folder, () => {
    const before = noteOf(folder)?.files ?? [];
    const stale = kind === "site" ? before.filter((file) => !files.has(file)) : [];
    const kept = before.filter((file) => !stale.includes(file));
    // The note comes first: should the rest be cut short, the folder is still known for what it is.
    const note: Note = { kind, files: [...new Set([...kept, ...files.keys()])].sort() };
    writeFileSync(join(folder, NOTE_FILE), `${JSON.stringify(note, undefined, 1)}\n`);
    for (const file of stale) rmSync(join(folder, file), { force: true });
    for (const [path, content] of files) {
      makeFolder(dirname(join(folder, path)));
      writeFileSync(join(folder, path), content);
    }
  });
}

function noteOf(folder: string): Note | undefined {
  try {
    return v.parse(NOTE, JSON.parse(readFileSync(join(folder, NOTE_FILE), "utf8")));
  } catch {
    return undefined;
  }
}
