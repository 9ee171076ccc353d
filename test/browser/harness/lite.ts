import { join } from "node:path";
import { ensureLite } from "../../../src/jupyter/venv.js";
import { makeLiteSite } from "../../../src/lite/site.ts";
import type { Progress } from "../../../src/system/progress.js";
import { projectDir } from "./pages.ts";

const quiet = {
  line: () => undefined,
  during: (_: string, __: string, work: (stage: { note: () => void }) => unknown) =>
    work({ note: () => undefined }),
} as unknown as Progress;

/** Makes a JupyterLite site of the course's notebooks in a folder. */
export async function liteSite(folder: string): Promise<void> {
  const python = await ensureLite(projectDir, quiet);
  const parts = { notebooks: join(projectDir, "notebooks"), library: join(projectDir, "dist", "index.js") };
  await makeLiteSite({ projectDir, python, ...parts }, folder);
}
