import { expect, test } from "vitest";
import { alreadyServing, callerDir } from "../../src/cli/boot/main.js";

const [script, from] = ["start", "/home/ada"];
test.each([
  ["where npm says, in a script of npm's", { npm_lifecycle_event: script, INIT_CWD: from }, from],
  ["here, though a script of npm's ran this before", { INIT_CWD: from }, process.cwd()],
  ["here, where npm does not say it", { npm_lifecycle_event: script }, process.cwd()],
  ["here, without npm", {}, process.cwd()],
])("the user is %s", (_, environment, place) => {
  expect(callerDir(environment)).toBe(place);
});

test.each([
  [
    { url: "http://127.0.0.1:8888/lab", dir: "/work" },
    "fall-line is already serving /work (process 7). Open http://127.0.0.1:8888/lab",
  ],
  [{}, "fall-line is already being started here (process 7); it shows the address when it is ready."],
])("a second start says what the first one does, which it does not keep waiting: %j", (about, line) => {
  const done: string[] = [];
  const holder = { pid: 7, about, gone: Promise.resolve(), leave: () => done.push("left") };
  expect(alreadyServing(holder, { line: (text) => done.push(text) })).toBe(0);
  expect(done).toEqual(["left", line]);
});
