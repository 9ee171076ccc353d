import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { install, type Outcome, uninstall } from "../jupyter/install/install.ts";
import { nodeFor } from "../jupyter/install/node.ts";
import { closedToOthers } from "../jupyter/install/others.ts";
import { type Places, prefixPlaces, sysPrefix, userPlaces } from "../jupyter/install/places.ts";
import type { NodeProgram } from "../kernel/node/snapshot.ts";
import { UserError, writing } from "../system/user-error.js";
import type { Invocation } from "./boot/arguments.js";
import type { Command, Session } from "./command.ts";
import { CourseAsked } from "./course.ts";
import { freshenNotebooks } from "./notebooks.ts";

type Options = Readonly<Record<string, string | boolean>>;

/** `fall-line kernel install` and `kernel uninstall`: the one way to write outside the project folder. */
export const kernel: Command = async (invocation, session) => {
  if (invocation.words[0] === "install") return putIn(invocation, session);
  await takeOut(invocation.options, session);
  return 0;
};

/** @returns 1 where a lesson could not be built */
async function putIn(invocation: Invocation, session: Session): Promise<number> {
  const { options } = invocation;
  const { projectDir, callerDir, progress } = session;
  const places = await placesAsked(options, callerDir);
  if (places === undefined)
    throw new UserError(
      "kernel install writes outside the project folder, and has to be told where",
      [
        "Write one of these:",
        "  npx fall-line kernel install --user          for you, in your own Jupyter or VS Code",
        "  npx fall-line kernel install --sys-prefix    for all who use the Jupyter that is on the PATH",
        "  npx fall-line kernel install --prefix DIR    for all whose Jupyter has this prefix: /usr/local",
      ].join("\n"),
    );
  const closed = places.shared ? closedToOthers(nearestThere(places.data)) : undefined;
  const asked = options["node"] === undefined ? undefined : resolve(callerDir, String(options["node"]));
  const node = await nodeFor(asked, places.shared && closed === undefined);
  const snapshot = options["no-snapshot"] !== true;
  const course = await CourseAsked.of(invocation, session);
  for (const name of await freshenNotebooks(course))
    progress.line(`The notebook of ${name} was built anew from its lesson.`);
  const { product } = course;
  const outcome = await install({ projectDir, product, places, node, snapshot }).catch((error: unknown) =>
    writing(places.data, () => {
      throw error;
    }),
  );
  progress.line(told(outcome, node, String(scopeOf(options))));
  if (closed !== undefined)
    progress.line(
      `Nobody but you can reach it: ${closed.path} is closed to others (permissions ${closed.mode}).`,
    );
  if (course.code !== 0)
    progress.line(
      "Lessons with mistakes were left as they were. Mend them, and write the same command again.",
    );
  return course.code;
}

async function takeOut(options: Options, { callerDir, progress }: Session): Promise<void> {
  const places = (await placesAsked(options, callerDir)) ?? userPlaces();
  const there = writing(places.data, () => uninstall(places));
  progress.line(there.length > 0 ? `Removed:\n  ${there.join("\n  ")}` : "The kernel is not installed.");
}

const SCOPES = ["user", "sys-prefix", "prefix"] as const;

/** Where it was asked for; undefined where nothing was said. */
async function placesAsked(options: Options, callerDir: string): Promise<Places | undefined> {
  const asked = SCOPES.filter((name) => options[name] !== undefined);
  if (asked.length > 1) {
    const names = asked.map((name) => `--${name}`).join(" and ");
    throw new UserError(`Only one place at a time, got ${names}`, "Leave all but one of them out.");
  }
  if (asked.length === 0) return undefined;
  if (asked[0] === "user") return userPlaces();
  return prefixPlaces(
    asked[0] === "prefix" ? resolve(callerDir, String(options["prefix"])) : await sysPrefix(),
  );
}

/** How the place was said. */
function scopeOf(options: Options): string | undefined {
  return SCOPES.filter((name) => options[name] !== undefined).map((name) =>
    name === "prefix" ? `--prefix ${String(options[name])}` : `--${name}`,
  )[0];
}

function told({ changed, places, snapshot, kept }: Outcome, node: NodeProgram, scope: string): string {
  const lines = [
    changed
      ? `Installed the kernel "TypeScript (fall-line)", run by ${node.path} (Node ${node.version.slice(1)}):`
      : `The kernel "TypeScript (fall-line)" is installed already; nothing was changed:`,
    ...places.map((place) => `  ${place}`),
    SNAPSHOT[snapshot],
  ];
  if (kept !== undefined)
    lines.push(
      `${kept} says otherwise of LanguageServerManager.autodetect, and was left so: servers may write .npm into homes.`,
    );
  return [...lines, `npx fall-line kernel uninstall ${scope} takes it out.`].join("\n");
}

const SNAPSHOT: Readonly<Record<Outcome["snapshot"], string>> = {
  made: "Kernels start from a snapshot: the first cell runs sooner, and each kernel takes about 50 MB more (--no-snapshot).",
  "left out": "Kernels start without a snapshot, in less memory; their first cell takes a little longer.",
  "this Node cannot start from one":
    "There is no start-up snapshot: this Node cannot start from it. The first cell of a kernel takes a little longer.",
};

/** The deepest folder on the way to a place that is there already. */
function nearestThere(path: string): string {
  return existsSync(path) ? path : nearestThere(dirname(path));
}
