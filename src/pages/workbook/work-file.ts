import { save } from "../../frontend/explorer/map-picture.ts";
import { counted } from "../../counted.ts";
import type { Drafts } from "./drafts.ts";
import type { PageProgress } from "../../rendering/running/progress.ts";
import { packWork, unpackWork } from "./zip.ts";

/** Gives the student all of their work as a file, and notes when. */
export async function downloadWork(drafts: Drafts, progress: PageProgress): Promise<void> {
  await progress.ready;
  const all = await drafts.all();
  const bytes = packWork({ ...all, progress: progress.lines() });
  const name = `fall-line-work-${new Date().toISOString().slice(0, 10)}.zip`;
  save(new Blob([bytes as BlobPart], { type: "application/zip" }), name);
  await drafts.noteDownload();
}

/** Takes work from a file; nothing is run. @returns what was done, in sentences */
export async function restoreWork(file: Blob, drafts: Drafts, progress: PageProgress): Promise<string[]> {
  const { work, damaged } = unpackWork(new Uint8Array(await file.arrayBuffer()));
  await drafts.restore(work.drafts, work.earlier, work.lessons);
  await progress.ready;
  const known = new Set(progress.lines());
  const fresh = work.progress.filter((line) => !known.has(line));
  for (const line of fresh) progress.add(line);
  await progress.kept();
  const lessons = new Set(work.drafts.map(({ lesson }) => lesson)).size;
  return [
    `Restored: ${counted(work.drafts.length, "cell")} in ${counted(lessons, "lesson")}, ${counted(fresh.length, "answer")}. Nothing was run.`,
    ...damaged.map((sentence) => `${sentence}; the rest was taken.`),
  ];
}
