// @ts-check
import fs from "node:fs";
import path from "node:path";
import { makeFolder } from "../../system/folders.js";
import { lastLines, run } from "../../system/process.js";
import { toldLines } from "../../system/progress.js";
import { freshPlace, logFile, swapIn } from "../../system/state.js";
import { UserError } from "../../system/user-error.js";

const UNREACHABLE =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT/;

/** npm's own list of what is installed, and the commands that packages bring. */
const LIST = path.join("node_modules", ".package-lock.json");
const COMMANDS = path.join("node_modules", ".bin");

/**
 * @typedef {object} LockEntry a package in package-lock.json
 * @property {string} [version]
 * @property {boolean} [dev]
 * @property {boolean} [optional]
 * @property {string[]} [os]
 * @property {string[]} [cpu]
 * @property {string[]} [libc]
 */

/**
 * Whether node_modules holds what package-lock.json asks for on this machine. npm writes its own list of what is
 * there as the last thing of an installation; that list and the folders themselves are compared with the lock
 * file, so an installation made by hand counts, and one that was killed, or came from another system, does not.
 * Nothing in it depends on the version of Node: the one native package speaks the stable Node-API.
 * @param {string} projectDir
 * @param {{ dev: boolean }} options dev: the packages for development are needed too
 */
export function isInstalled(projectDir, { dev }) {
  const wanted = packagesOf(path.join(projectDir, "package-lock.json"));
  const present = packagesOf(path.join(projectDir, LIST));
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(([place, entry]) => {
    if (place === "" || (entry.dev && !dev)) return true;
    const found = present[place];
    if (!found) return entry.optional === true && !fits(entry);
    return found.version === entry.version && isThere(projectDir, place);
  });
}

/** Whether packages for development are among those that npm has installed. @param {string} projectDir */
const isForDevelopment = (projectDir) =>
  Object.values(packagesOf(path.join(projectDir, LIST)) ?? {}).some(({ dev }) => dev);

/** @param {string} projectDir @param {string} place */
const isThere = (projectDir, place) => fs.existsSync(path.join(projectDir, place, "package.json"));

/** @param {string} file @returns {Record<string, LockEntry> | undefined} */
function packagesOf(file) {
  try {
    const { packages } = /** @type {{ packages: Record<string, LockEntry> }} */ (
      JSON.parse(fs.readFileSync(file, "utf8"))
    );
    return packages;
  } catch {
    return undefined;
  }
}

/**
 * Whether a package is made for this machine. Packages for another C library than this one's are optional too and
 * are left out by npm; they carry a name that ends so.
 * @param {LockEntry} entry
 */
function fits({ os, cpu, libc }) {
  return (
    allows(os, process.platform) &&
    allows(cpu, process.arch) &&
    libc === undefined &&
    (os ?? cpu) !== undefined
  );
}

/** @param {string[] | undefined} list @param {string} name */
function allows(list, name) {
  if (!list) return true;
  return list.includes(name) || (list.every((item) => item.startsWith("!")) && !list.includes(`!${name}`));
}

/**
 * Installs the npm packages: in a place aside, moved in when complete, so that node_modules is never half of one,
 * however the installation ends. When only packages for development are missing they are laid beside those that are
 * there, which stay untouched: kernels may be running from them. Who has packages for development keeps them.
 * @param {string} projectDir
 * @param {{ dev: boolean }} options
 * @param {import("../../system/progress.js").Progress} progress
 */
export async function install(projectDir, { dev }, progress) {
  await progress.during("npm packages", "installing", async (stage) => {
    const place = freshPlace(projectDir, "npm");
    for (const file of ["package.json", "package-lock.json", ".npmrc"]) {
      const from = path.join(projectDir, file);
      if (fs.existsSync(from)) fs.copyFileSync(from, path.join(place, file));
    }
    const log = logFile(projectDir, "npm.log");
    const withDevelopment = dev || isForDevelopment(projectDir);
    const { code, output } = await npm(
      ["ci", ...(withDevelopment ? ["--include=dev"] : ["--omit=dev"]), ...NPM_OPTIONS],
      {
        cwd: place,
        log,
        onLine: toldLines(stage, UNREACHABLE),
        onSilence: (seconds) => stage.silent(seconds),
      },
    );
    if (code !== 0) throw failure(output, log);
    if (isInstalled(projectDir, { dev: false })) addPackages(place, projectDir);
    else await swapIn(projectDir, path.join(place, "node_modules"), path.join(projectDir, "node_modules"));
  });
}

/**
 * Moves what `to` lacks of the packages that npm has installed in `from`. npm's list, which says that they are there,
 * comes last.
 * @param {string} from
 * @param {string} to
 */
export function addPackages(from, to) {
  const present = packagesOf(path.join(to, LIST)) ?? {};
  const packages = Object.entries(packagesOf(path.join(from, LIST)) ?? {})
    .filter(([place, { version }]) => present[place]?.version !== version || !isThere(to, place))
    .map(([place]) => place);
  const commands = fs.readdirSync(path.join(from, COMMANDS)).map((name) => path.join(COMMANDS, name));
  const lacking = commands.filter((command) => !fs.existsSync(path.join(to, command)));
  for (const name of [...lacking, ...packages, LIST]) {
    const fresh = path.join(to, name);
    // A package inside another one has gone with it.
    if (!fs.existsSync(path.join(from, name))) continue;
    if (name !== LIST) fs.rmSync(fresh, { recursive: true, force: true });
    makeFolder(path.dirname(fresh));
    fs.renameSync(path.join(from, name), fresh);
  }
}

/** What comes from the registry is told as it comes. */
const NPM_OPTIONS = ["--prefer-offline", "--no-audit", "--no-fund", "--loglevel=http"];

/** @param {string} output @param {string} log */
function failure(output, log) {
  if (UNREACHABLE.test(output))
    return new UserError(
      "npm could not reach the package registry; the first start needs the network",
      "Connect to the internet (behind a proxy: npm config set proxy URL) and run the command again.",
    );
  const detail = lastLines(output.replace(/^npm (warn|notice|http).*$/gm, "").replace(/\n+/g, "\n"));
  return new UserError("npm could not install the packages", `Its whole output is in ${log}.`, detail);
}

/**
 * Runs npm with this very Node, without a shell.
 * @param {string[]} args
 * @param {NonNullable<Parameters<typeof run>[2]>} options
 */
async function npm(args, options) {
  const folder = path.dirname(process.execPath);
  const scripts = [
    process.env.npm_execpath ?? "",
    path.join(folder, "node_modules", "npm", "bin", "npm-cli.js"),
    path.join(folder, "..", "lib", "node_modules", "npm", "bin", "npm-cli.js"),
  ];
  const script = scripts.find((file) => path.basename(file) === "npm-cli.js" && fs.existsSync(file));
  const retries = ["--fetch-retries=2", "--fetch-retry-factor=2", "--fetch-retry-mintimeout=1000"];
  const result = script
    ? await run(process.execPath, [script, ...args, ...retries], options)
    : await run("npm", [...args, ...retries], options);
  if (result.code !== null || script) return result;
  throw new UserError(
    "npm was not found",
    "Install Node from https://nodejs.org, which brings npm, and run the command again.",
  );
}
