// @ts-check
import { spawn, spawnSync } from "node:child_process";
import fs from "node:fs";
import { openPrivateFile } from "./folders.js";

/** Every child that is running, so that none outlives the command that started it. */
/** @type {Set<import("node:child_process").ChildProcess>} */
const children = new Set();

/**
 * Starts a program in a process group of its own: a Ctrl-C on the terminal reaches this program alone, which then
 * ends its children in its own way. Never through a shell.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import("node:child_process").SpawnOptions} [options]
 */
export function start(command, args, options = {}) {
  const child = spawn(command, args, {
    stdio: ["ignore", "pipe", "pipe"],
    ...options,
    detached: process.platform !== "win32",
    windowsHide: true,
  });
  children.add(child);
  child.once("exit", () => children.delete(child));
  child.once("error", () => children.delete(child));
  return child;
}

/** So long (in seconds) a program may say nothing before that is told. */
const SILENCE = 15;

/**
 * Runs a program to its end.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, log?: string, onLine?: (line: string) => void, onSilence?: (seconds: number) => void }} [options]
 *   log: a file that keeps the whole output; onLine: called with each line of output; onSilence: called again and again
 *   while there is none, with how long there has been none
 * @returns {Promise<{ code: number | null, output: string }>} code null: it could not be started, or was killed
 */
export function run(command, args, { cwd, env, log, onLine, onSilence } = {}) {
  return new Promise((resolve) => {
    const child = start(command, args, { ...(cwd && { cwd }), ...(env && { env }) });
    const file = log ? openPrivateFile(log) : undefined;
    let output = "";
    let rest = "";
    let heard = Date.now();
    const listening =
      onSilence &&
      setInterval(() => {
        const seconds = Math.floor((Date.now() - heard) / 1000);
        if (seconds >= SILENCE) onSilence(seconds);
      }, 1000 * SILENCE);
    /** @param {string} text */
    const take = (text) => {
      heard = Date.now();
      output += text;
      if (file !== undefined) fs.writeSync(file, text);
      const lines = (rest + text).split(/\r?\n|\r/);
      rest = lines.pop() ?? "";
      if (onLine) for (const line of lines) if (line.trim() !== "") onLine(line.trim());
    };
    /** @param {number | null} code */
    const end = (code) => {
      clearInterval(listening);
      if (file !== undefined) fs.closeSync(file);
      resolve({ code, output });
    };
    child.stdout?.setEncoding("utf8").on("data", take);
    child.stderr?.setEncoding("utf8").on("data", take);
    child.once("error", (error) => {
      child.off("close", end);
      output += error.message;
      end(null);
    });
    child.once("close", end);
  });
}

/**
 * Ends a child and everything it started.
 * @param {import("node:child_process").ChildProcess} child
 * @param {NodeJS.Signals} [signal]
 */
export function endTree(child, signal = "SIGTERM") {
  if (child.pid === undefined) return;
  if (process.platform === "win32") {
    spawnSync("taskkill", ["/pid", String(child.pid), "/t", "/f"], { windowsHide: true });
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch {
    // Already gone.
  }
}

/** Ends every child that is still running, the patient way first. */
export async function endAll() {
  const running = [...children];
  for (const child of running) endTree(child);
  const gone = Promise.all(running.map((child) => new Promise((resolve) => child.once("exit", resolve))));
  await Promise.race([gone, new Promise((resolve) => setTimeout(resolve, 8000).unref())]);
  for (const child of children) endTree(child, "SIGKILL");
}

/**
 * The last lines of a program's output.
 * @param {string} output
 * @param {number} [count]
 */
export function lastLines(output, count = 12) {
  return output.trimEnd().split(/\r?\n/).slice(-count).join("\n");
}
