// @ts-check
const FRAMES = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏";

/**
 * @typedef {object} Stage one thing being done
 * @property {(text: string) => void} note what it is doing at the moment; shown on a terminal only
 * @property {(count: number, of: number, name: string) => void} count how many of its parts are done, and the last of them
 * @property {(result: string) => void} done
 * @property {() => void} fail
 */

/**
 * Shows what is being done: a line that moves on a terminal, plain lines anywhere else.
 * @param {{ write: (text: string) => unknown, isTTY?: boolean, columns?: number }} [out]
 * @param {NodeJS.ProcessEnv} [env]
 */
export function createProgress(out = process.stdout, env = process.env) {
  let silent = false;
  /** @param {string} text */
  const write = (text) => {
    if (!silent) out.write(text);
  };
  const live = out.isTTY === true && env.TERM !== "dumb" && env.CI === undefined;
  const paint = live && !env.NO_COLOR;
  /** @param {string} code @param {string} text */
  const colour = (code, text) => (paint ? `\x1b[${code}m${text}\x1b[0m` : text);

  /**
   * Begins a stage; only one runs at a time.
   * @param {string} title
   * @param {string} doing
   * @returns {Stage}
   */
  function stage(title, doing) {
    const began = Date.now();
    const seconds = () => ((Date.now() - began) / 1000).toFixed(1);
    let detail = "";
    let frame = 0;
    const draw = () => {
      const head = `${FRAMES[frame++ % FRAMES.length]} ${title}: ${doing}, ${Math.floor((Date.now() - began) / 1000)} s`;
      const room = Math.max(0, (out.columns ?? 80) - head.length - 3);
      const tail = detail === "" || room < 12 ? "" : `  ${detail.slice(0, room)}`;
      write(`\r\x1b[2K${head}${colour("2", tail)}`);
    };
    if (!live) write(`${title}: ${doing} ...\n`);
    const timer = live ? setInterval(draw, 120) : undefined;
    /** @param {string} mark @param {string} result */
    const end = (mark, result) => {
      clearInterval(timer);
      write(live ? `\r\x1b[2K${mark} ${title}: ${result}\n` : `${title}: ${result}\n`);
    };
    return {
      note: (text) => {
        detail = text;
      },
      count: (count, of, name) => {
        detail = `${count} of ${of}: ${name}`;
        if (!live) write(`${title}: ${detail}\n`);
      },
      done: (result) => end(colour("32", "✓"), `${result} (${seconds()} s)`),
      fail: () => end(colour("31", "✗"), `failed (${seconds()} s)`),
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
    /** @param {string} text */
    line: (text) => write(`${text}\n`),
    /**
     * Says one last thing.
     * @param {string} text
     */
    farewell: (text) => {
      write(`\n${text}\n`);
      silent = true;
    },
    /** @param {string} text */
    strong: (text) => colour("1", text),
  };
}

/** @typedef {ReturnType<typeof createProgress>} Progress */
