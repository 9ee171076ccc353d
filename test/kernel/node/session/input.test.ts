import { MessageChannel } from "node:worker_threads";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Flag, flagCount, type Header, type ToProtocol } from "../../../../src/kernel/core/channel.ts";
import { Input } from "../../../../src/kernel/node/session/input.ts";

type Globals = { prompt: (...words: string[]) => string; confirm: (...words: string[]) => boolean };
const cell = globalThis as unknown as Globals;
const was = { prompt: cell.prompt, confirm: cell.confirm };
const header = { msg_id: "cell" } as Header;

let ports: MessageChannel;
let flags: Int32Array;
let parents: { current: Header | undefined };
let input: Input;
let sent: ToProtocol[];
/** What comes of a question; undefined when it will not be answered. */
let answer: string | undefined;
let words: number | undefined;

beforeEach(() => {
  ports = new MessageChannel();
  flags = new Int32Array(new SharedArrayBuffer(4 * flagCount));
  [parents, sent, answer, words] = [{ current: header }, [], undefined, undefined];
  const send = (message: ToProtocol) => {
    sent.push(message);
    words = flags[Flag.input];
    if (answer !== undefined) ports.port2.postMessage(answer);
    flags[Flag.input] = answer === undefined ? 2 : 1;
  };
  input = new Input({ flags, port: ports.port1, parents: parents as never, send });
  input.install();
  input.allow(header, true);
});

afterEach(() => {
  ports.port1.close();
  Object.assign(globalThis, was);
});

describe("prompt", () => {
  test.each([
    [["name? "], "Ada", "Ada"],
    [["name? ", "Grace"], "Ada", "Ada"],
    [["name? ", "Grace"], "", "Grace"],
    [["name? "], "", ""],
    [[], " Ada ", " Ada "],
  ])("asks %j, and gives for %j: %j", (asked, typed, given) => {
    answer = typed;
    expect(cell.prompt(...asked)).toBe(given);
    expect(sent).toEqual([{ type: "input", prompt: asked[0] ?? "", password: false }]);
  });

  test("waits for an answer to this question, whatever came for those before", () => {
    flags[Flag.input] = 2;
    ports.port2.postMessage("late");
    ports.port2.postMessage("later");
    answer = "now";
    expect(cell.prompt("?")).toBe("now");
    expect(words).toBe(0);
  });

  test("ends the cell when no answer will come", () => {
    ports.port2.postMessage("late");
    expect(() => cell.prompt("?")).toThrow(
      expect.objectContaining({ name: "Interrupted", message: "the question was not answered" }) as Error,
    );
  });
});

describe("confirm", () => {
  test.each([
    ["y", true],
    ["Y", true],
    ["yes", true],
    [" YES ", true],
    ["", false],
    ["n", false],
    ["yeah", false],
    ["no, y", false],
    ["ye", false],
  ])("takes %j for %s", (typed, is) => {
    answer = typed;
    expect(cell.confirm("sure?")).toBe(is);
    expect(sent).toEqual([{ type: "input", prompt: "sure? [y/N] ", password: false }]);
  });

  test("may ask without words", () => {
    answer = "y";
    cell.confirm();
    expect(sent).toMatchObject([{ prompt: " [y/N] " }]);
  });
});

describe("nothing can be asked", () => {
  test.each<[string, () => void]>([
    ["when the front end takes no questions", () => input.allow(header, false)],
    ["by what runs on after another cell", () => input.allow({ ...header }, true)],
    ["outside of cells", () => (parents.current = undefined)],
  ])("%s", (_, change) => {
    change();
    answer = "y";
    expect(() => cell.prompt("?")).toThrow(
      "nothing can be asked here: the front end takes no input for this cell",
    );
    expect(sent).toEqual([]);
  });

  test("outside of cells, also where nothing was allowed yet", () => {
    input.allow(header, false);
    parents.current = undefined;
    expect(() => cell.confirm("?")).toThrow("nothing can be asked here");
  });
});
