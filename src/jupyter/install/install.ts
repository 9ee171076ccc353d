import { existsSync, readdirSync, readFileSync, realpathSync, rmdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Product } from "../../course/product.ts";
import { buildSnapshot, type NodeProgram, snapshotsIn } from "../../kernel/node/snapshot.ts";
import { kernelSpec } from "../../kernel/node/spec.ts";
import { UserError } from "../../system/user-error.js";
import { type Extension, readExtension } from "../extension.ts";
import { NAME } from "../name.ts";
import { OVERRIDES, PAGE_CONFIG } from "../settings.ts";
import { commandFile, commandText, isOurs } from "./command-file.ts";
import { nameOf } from "./contents.ts";
import { OpenFiles } from "./open-files.ts";
import { papermillLink } from "./papermill.ts";
import type { Places } from "./places.ts";
import { contentsOfRelease, keepReleases, layRelease } from "./release.ts";
import { putIn, takeOut } from "./server-setting.ts";

/** What the installation keeps of itself, beside its releases. */
interface Installed {
  /** What new kernels run. */
  readonly release: string;
  /** When each earlier release that is there was replaced, as ISO times. */
  readonly replaced?: Readonly<Record<string, string>>;
  /** Whether the server's setting is ours. */
  readonly setting: boolean;
  /** The file by which papermill finds the kernel's parameters. */
  readonly papermill?: string;
  /** The folders that were not there before. */
  readonly folders: readonly string[];
}

export interface Installation {
  readonly projectDir: string;
  readonly product: Product;
  readonly places: Places;
  readonly node: NodeProgram;
  /** Whether kernels are to start from a snapshot, which is quicker and takes more memory. */
  readonly snapshot: boolean;
}

/** What an installation has become. */
export interface Outcome {
  readonly changed: boolean;
  readonly places: readonly string[];
  readonly snapshot: "made" | "left out" | "this Node cannot start from one";
  /** A setting that stands there otherwise, and was left so. */
  readonly kept?: string;
}

/** How long a release stays that was replaced, in milliseconds: kernels may run from it. */
const STAYS = 14 * 24 * 3600_000;

/**
 * Installs all that the course needs, as copies that every user can read. An update lays its release beside those before,
 * which stay for two weeks; what a kernel was started with is never changed. A kernel that is restarted
 * runs from the new release.
 */
export async function install({
  projectDir,
  product,
  places,
  node,
  snapshot,
}: Installation): Promise<Outcome> {
  const where = whereIn(places);
  const before = read(where.note);
  if (where.command !== undefined) refuseAnother(where.command);
  const files = new OpenFiles();
  files.folder(places.data);
  const { version } = JSON.parse(readFileSync(join(projectDir, "package.json"), "utf8")) as {
    version: string;
  };
  const contents = contentsOfRelease(projectDir, product);
  const release = `${version}-${nameOf(contents)}`;
  const folder = realpathSync(layRelease(files, where.releases, release, contents));
  const kernelDir = join(folder, "kernel");
  const hasSnapshot = await settleSnapshot(files, kernelDir, node, snapshot);

  layExtension(files, readExtension(projectDir, product.notebooks), where);
  files.writeJson(where.overrides, OVERRIDES);
  files.writeJson(where.pageConfig, PAGE_CONFIG);
  const isOurSetting = putIn(files, where.serverConfig) || before?.setting === true;
  if (where.command !== undefined)
    files.writeProgram(where.command, commandText(node.path, join(folder, "fall-line.js")));
  const papermill = before?.papermill ?? (await papermillLink(places));
  if (papermill !== undefined) files.write(papermill, `${join(folder, "papermill")}\n`);
  files.writeJson(
    join(where.kernel, "kernel.json"),
    kernelSpec({ node: node.path, kernelDir: where.home, small: !snapshot }),
  );
  // Last of what is used: from here on kernels are started from the new release.
  files.write(where.program, `require("./releases/${release}/kernel/main.js");\n`);

  const replaced = replacedBy(release, before);
  const note: Installed = {
    release,
    replaced,
    setting: isOurSetting,
    ...(papermill !== undefined && { papermill }),
    folders: [...(before?.folders ?? []), ...files.madeFolders],
  };
  // That an old release goes is no change of what is installed.
  new OpenFiles().writeJson(where.note, note);
  keepReleases(where.releases, [release, ...Object.keys(replaced)]);
  return {
    changed: files.changed,
    places: [where.kernel, where.extension, where.home, where.command, papermill].filter(
      (place) => place !== undefined,
    ),
    snapshot: !snapshot ? "left out" : hasSnapshot ? "made" : "this Node cannot start from one",
    ...(!isOurSetting && { kept: where.serverConfig }),
  };
}

/** The earlier releases that stay, and when each was replaced. */
function replacedBy(release: string, before: Installed | undefined): Record<string, string> {
  const now = Date.now();
  const latest = before === undefined ? {} : { [before.release]: new Date(now).toISOString() };
  return Object.fromEntries(
    Object.entries({ ...latest, ...before?.replaced }).filter(
      ([name, time]) => name !== release && now - Date.parse(time) < STAYS,
    ),
  );
}

/** Takes an installation out, and the folders that it had made. @returns what was there */
export function uninstall(places: Places): string[] {
  const where = whereIn(places);
  const note = read(where.note);
  const command = where.command !== undefined && isOurs(where.command) ? where.command : undefined;
  const there = [
    where.kernel,
    where.extension,
    where.overrides,
    where.pageConfig,
    where.home,
    ...[command, note?.papermill].filter((place) => place !== undefined),
  ].filter((place) => existsSync(place));
  if (note?.setting === true) takeOut(where.serverConfig);
  for (const place of there) rmSync(place, { recursive: true });
  for (const folder of [...(note?.folders ?? [])].sort((a, b) => b.length - a.length)) {
    if (existsSync(folder) && readdirSync(folder).length === 0) rmdirSync(folder);
  }
  return there;
}

type Where = ReturnType<typeof whereIn>;

function whereIn({ data, config, commands }: Places) {
  const home = join(data, NAME);
  const labconfig = (section: string): string => join(config, "labconfig", `${section}.d`, `${NAME}.json`);
  return {
    home,
    releases: join(home, "releases"),
    note: join(home, "installed.json"),
    /** What Jupyter starts: it stays where it is, and leads to the release of the day. */
    program: join(home, "main.js"),
    kernel: join(data, "kernels", NAME),
    extension: join(data, "labextensions", NAME),
    overrides: labconfig("default_setting_overrides"),
    pageConfig: labconfig("page_config"),
    serverConfig: join(config, "jupyter_server_config.json"),
    command: commands === undefined ? undefined : commandFile(commands),
  };
}

function read(note: string): Installed | undefined {
  return existsSync(note) ? (JSON.parse(readFileSync(note, "utf8")) as Installed) : undefined;
}

/** Makes the snapshot that is wanted, or takes away the one that is not. @returns whether there is one */
async function settleSnapshot(
  files: OpenFiles,
  kernelDir: string,
  node: NodeProgram,
  wanted: boolean,
): Promise<boolean> {
  const before = snapshotsIn(kernelDir);
  if (!wanted) for (const snapshot of before) rmSync(snapshot);
  const isThere = wanted && (await buildSnapshot(kernelDir, node));
  const now = snapshotsIn(kernelDir);
  for (const snapshot of now) files.open(snapshot);
  files.changed ||= before.join() !== now.join();
  return isThere;
}

function layExtension(files: OpenFiles, extension: Extension, { home, extension: folder }: Where): void {
  if (extension.isIn(folder)) return;
  const fresh = join(home, "labextension");
  rmSync(fresh, { recursive: true, force: true });
  extension.layInto(fresh);
  files.exchange(fresh, folder);
}

function refuseAnother(command: string): void {
  if (!existsSync(command) || isOurs(command)) return;
  throw new UserError(
    `There is another program in the place of our command: ${command}`,
    "Move it away, or choose another folder, and run the command again.",
  );
}
