// @ts-check
const FRAMES = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏";

/**
 * @typedef {object} Stage one thing being done
 * @property {(text: string) => void} note what it is doing at the moment; shown on a terminal only
 * @property {(count: number, of: number, name: string) => void} count how many of its parts are done, and the last of them
 * @property {(text: string) => void} say something that stays to be read
 * @property {(seconds: number) => void} silent for so long nothing has been heard of what it waits for
 * @property {(result: string) => void} done
 * @property {() => void} fail
 */

/** @typedef {{ title: string, began: number, ended: number }} Time of a stage */

/**
 * Shows what is being done: a line that moves on a terminal, plain lines anywhere else.
 * @param {{ write: (text: string) => unknown, isTTY?: boolean, columns?: number }} [out]
 * @param {NodeJS.ProcessEnv} [env]
 */
export function createProgress(out = process.stdout, env = process.env) {
  let silent = false;
  /** @type {Time[]} */
  const times = [];
  /** @param {string} text */
  const write = (text) => {
    if (!silent) out.write(text);
  };
  const live = out.isTTY === true && env.TERM !== "dumb" && env.CI === undefined;
  const paint = live && !env.NO_COLOR;
  /** @param {string} code @param {string} text */
  const colour = (code, text) => (paint ? `\x1b[${code}m${text}\x1b[0m` : text);

  /** @type {Set<() => { head: string, detail: string }>} what is going on, in the order in which it began */
  const running = new Set();
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  let frame = 0;
  const draw = () => {
    const parts = [...running].map((look) => look());
    const head = `${FRAMES[frame++ % FRAMES.length]} ${parts.map((part) => part.head).join(" · ")}`;
    const room = Math.max(0, (out.columns ?? 80) - head.length - 3);
    const detail = parts.findLast((part) => part.detail !== "")?.detail ?? "";
    const tail = detail === "" || room < 12 ? "" : `  ${detail.slice(0, room)}`;
    write(`\r\x1b[2K${head.slice(0, (out.columns ?? 80) - 1)}${colour("2", tail)}`);
  };
  /** A line that stays; what moves goes on below it. @param {string} text */
  const line = (text) => write(running.size > 0 && live ? `\r\x1b[2K${text}\n` : `${text}\n`);

  /**
   * Begins a stage; several may run at a time.
   * @param {string} title
   * @param {string} doing
   * @returns {Stage}
   */
  function stage(title, doing) {
    const began = Date.now();
    let detail = "";
    const look = () => ({
      head: `${title}: ${doing}, ${Math.floor((Date.now() - began) / 1000)} s`,
      detail,
    });
    if (!live) write(`${title}: ${doing} ...\n`);
    running.add(look);
    if (live) timer ??= setInterval(draw, 120);
    /** @param {string} mark @param {string} result */
    const end = (mark, result) => {
      const now = Date.now();
      times.push({ title, began, ended: now });
      line(`${live ? `${mark} ` : ""}${title}: ${result} (${((now - began) / 1000).toFixed(1)} s)`);
      running.delete(look);
      if (running.size > 0) return;
      clearInterval(timer);
      timer = undefined;
      frame = 0;
    };
    const say = (/** @type {string} */ text) => line(`${title}: ${text}`);
    return {
      note: (text) => {
        detail = text;
      },
      count: (count, of, name) => {
        detail = `${count} of ${of}: ${name}`;
        if (!live) say(detail);
      },
      say,
      silent: (seconds) => {
        say(
          `no news for ${seconds} s; the network may be slow or gone, or this machine busy. Ctrl-C stops it`,
        );
      },
      done: (result) => end(colour("32", "✓"), result),
      fail: () => end(colour("31", "✗"), "failed"),
    };
  }

  /**
   * Does `action` as a stage, and ends the stage as the action ends.
   * @template T
   * @param {string} title
   * @param {string} doing
   * @param {(stage: Stage) => Promise<T>} action
   * @param {string} [result]
   * @returns {Promise<T>}
   */
  async function during(title, doing, action, result = "done") {
    const current = stage(title, doing);
    try {
      const value = await action(current);
      current.done(result);
      return value;
    } catch (error) {
      current.fail();
      throw error;
    }
  }

  return {
    stage,
    during,
    line,
    /** When each stage that has ended began and ended, in milliseconds. */
    times: /** @type {readonly Time[]} */ (times),
    /**
     * Says one last thing.
     * @param {string} text nothing where another program says it
     */
    farewell: (text) => {
      if (text !== "") write(`\n${text}\n`);
      silent = true;
    },
    /** @param {string} text */
    strong: (text) => colour("1", text),
  };
}

/** @typedef {ReturnType<typeof createProgress>} Progress */

/**
 * Takes what a program prints that loads from the network, line by line; the first line that tells of no connection is told,
 * while the program still tries.
 * @param {Stage} stage
 * @param {RegExp} unreachable
 * @returns {(line: string) => void}
 */
export function toldLines(stage, unreachable) {
  let isTold = false;
  return (line) => {
    stage.note(line);
    if (isTold || !unreachable.test(line)) return;
    isTold = true;
    stage.say("there is no connection; it is tried again");
  };
}
