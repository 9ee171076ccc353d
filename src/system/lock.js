// @ts-check
import crypto from "node:crypto";
import fs from "node:fs";
import net from "node:net";
import path from "node:path";
import { writing } from "./user-error.js";

// A lock that a killed process cannot leave behind. Its holder listens on a loopback port, which the operating
// system closes with the process, and a file tells the port. A file whose port does not answer is worth nothing.
// Files are numbered, and the highest counts: taking over a dead lock is creating the next number, which only one
// of several can do, and no file is ever changed or reused.

/**
 * @typedef {{ port: number, secret: string, place: string }} Card what a lock file says
 * @typedef {{ pid: number, place: string, about: About }} Answer what the holder says
 * @typedef {Record<string, string>} About
 *
 * @typedef {object} Lock
 * @property {(about: About) => void} tell adds to what the others are told about this holder
 * @property {() => void} release
 *
 * @typedef {object} Holder another process that has the lock
 * @property {number} pid
 * @property {About} about
 * @property {Promise<void>} gone settles when it gives the lock up, or dies
 * @property {() => void} leave stops watching it
 */

/**
 * Takes the lock, or tells who has it.
 * @param {string} folder where the lock files are; it exists
 * @param {string} name
 * @returns {Promise<{ lock: Lock, holder?: undefined } | { holder: Holder, lock?: undefined }>}
 */
export async function acquire(folder, name) {
  const place = fs.realpathSync(folder);
  const secret = crypto.randomBytes(16).toString("hex");
  /** @type {About} */
  const about = {};
  const server = await listen(secret, () => JSON.stringify({ pid: process.pid, place, about }));
  const { port } = /** @type {net.AddressInfo} */ (server.address());
  const card = JSON.stringify({ port, secret, place });
  const lock = {
    /** @param {About} news */
    tell: (news) => void Object.assign(about, news),
    release: () => server.shut(),
  };
  for (;;) {
    const newest = numbers(folder, name).at(-1) ?? 0;
    const holder = newest > 0 ? await ask(path.join(folder, `${name}.${newest}`), place) : undefined;
    if (holder) {
      server.shut();
      return { holder };
    }
    const mine = path.join(folder, `${name}.${newest + 1}`);
    if (!create(mine, card)) continue;
    const all = numbers(folder, name);
    if (all.at(-1) === newest + 1) {
      for (const old of all.slice(0, -1)) fs.rmSync(path.join(folder, `${name}.${old}`), { force: true });
      return { lock };
    }
    fs.rmSync(mine, { force: true });
  }
}

/** How many milliseconds a holder may take to answer: one that builds is deaf for seconds. A dead one refuses at once. */
const PATIENCE = 15_000;

/** @param {string} folder @param {string} name */
function numbers(folder, name) {
  return fs
    .readdirSync(folder)
    .filter((file) => file.startsWith(`${name}.`))
    .map((file) => Number(file.slice(name.length + 1)))
    .filter(Number.isInteger)
    .sort((a, b) => a - b);
}

/** @param {string} file @param {string} content */
function create(file, content) {
  return writing(path.dirname(file), () => {
    try {
      fs.writeFileSync(file, content, { flag: "wx", mode: 0o600 });
      return true;
    } catch (error) {
      if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
      throw error;
    }
  });
}

/**
 * A server that tells `answer` to whoever knows the secret, and keeps the connection open as long as it lives.
 * @param {string} secret
 * @param {() => string} answer
 */
async function listen(secret, answer) {
  /** @type {Set<net.Socket>} */
  const sockets = new Set();
  const server = net.createServer((socket) => {
    sockets.add(socket);
    socket.unref();
    socket.on("error", () => undefined);
    socket.once("close", () => sockets.delete(socket));
    socket.once("data", (data) => {
      if (data.toString() === secret) socket.write(`${answer()}\n`);
      else socket.destroy();
    });
  });
  await new Promise((resolve, reject) => {
    // Once it listens, an error is that of a connection that could not be taken.
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => resolve(undefined));
  });
  server.unref();
  return Object.assign(server, {
    shut() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  });
}

/**
 * Asks the process that wrote a lock file whether it is still there.
 * @param {string} file
 * @param {string} place a copied folder brings lock files along whose holder lives, in the other folder
 * @returns {Promise<Holder | undefined>}
 */
async function ask(file, place) {
  const card = await read(file);
  if (!card || card.place !== place) return undefined;
  return new Promise((resolve) => {
    const socket = net.connect(card.port, "127.0.0.1");
    socket.once("connect", () => socket.write(card.secret));
    /** @type {Promise<void>} */
    const gone = new Promise((settle) => {
      socket.once("close", () => settle());
    });
    const giveUp = setTimeout(() => socket.destroy(), PATIENCE);
    socket.on("error", () => undefined);
    socket.once("data", (data) => {
      clearTimeout(giveUp);
      try {
        const { pid, about, place: theirs } = /** @type {Answer} */ (JSON.parse(data.toString()));
        resolve(theirs === place ? { pid, about, gone, leave: () => socket.destroy() } : undefined);
      } catch {
        resolve(undefined);
      }
    });
    void gone.then(() => {
      clearTimeout(giveUp);
      resolve(undefined);
    });
  });
}

/**
 * The content of a lock file; one that has just been created may still be empty.
 * @param {string} file
 * @returns {Promise<Card | undefined>}
 */
async function read(file) {
  for (let attempt = 0; attempt < 10; attempt++) {
    try {
      return /** @type {Card} */ (JSON.parse(fs.readFileSync(file, "utf8")));
    } catch (error) {
      if (!(error instanceof SyntaxError)) return undefined;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  return undefined;
}
