import { join, resolve } from "node:path";
import { type Home, homesIn } from "../hub/homes/homes.ts";
import type { Session } from "./command.ts";

/** The homes that `--homes` names. */
export function homesAsked({ callerDir, projectDir }: Session, homes: string): Home[] {
  return homesIn(resolve(callerDir, homes), join(projectDir, "dist", "in-home.js"));
}
