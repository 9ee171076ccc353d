import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse, type Command } from "../../src/cli/boot/arguments.js";
import { Trouble } from "../../src/system/trouble.js";

const file = new URL("../../src/cli/commands.json", import.meta.url);
const commands = JSON.parse(readFileSync(file, "utf8")) as Command[];

function invocation(line: string) {
  const result = parse(line.split(" "), commands);
  if ("help" in result) throw new Error("help was given");
  return result;
}

function help(line: string): string {
  const result = parse(line === "" ? [] : line.split(" "), commands);
  return "help" in result ? result.help : "";
}

function mistake(line: string): string {
  try {
    parse(line.split(" "), commands);
  } catch (error) {
    if (error instanceof Trouble) return `${error.message}. ${error.cure}`;
  }
  throw new Error("no mistake was found");
}

describe("the command line", () => {
  it("reads options with and without a value", () => {
    const { command, options } = invocation("start --no-browser --port 9000 --dir=my/place");
    expect(command.name).toBe("start");
    expect(options).toEqual({ "no-browser": true, port: "9000", dir: "my/place" });
  });

  it("reads a command's own word", () => {
    expect(invocation("kernel install --user")).toMatchObject({
      words: ["install"],
      options: { user: true },
    });
  });

  it.each([
    ["strat", "Unknown command: strat. Did you mean start?"],
    ["frobnicate", "Unknown command: frobnicate. There are: start, test"],
    ["--port", "Unknown option: --port"],
    ["start --prt 3", "Unknown option of start: --prt. Did you mean --port?"],
    ["start -x", "Unknown option of start: -x"],
    ["start --port", "--port needs a value. Write --port N."],
    ["start --port --no-browser", "--port needs a value"],
    ["start --no-browser=yes", "--no-browser takes no value, got yes"],
    ["start lesson", "start takes no argument, got lesson"],
    ["kernel", "kernel needs one of: install, uninstall"],
    ["kernel instal", "Unknown argument of kernel: instal. Did you mean install?"],
    ["kernel install twice", "kernel takes one argument, got also twice"],
  ])("answers %s with what is wrong and what is right", (line, said) => {
    expect(mistake(line)).toContain(said);
  });

  it.each(["", "--help", "-h", "help"])("shows every command with an example for %j", (line) => {
    for (const {
      name,
      examples: [example],
    } of commands) {
      expect(help(line)).toContain(`  ${name} `);
      expect(help(line)).toContain(`npx fall-line ${example}`);
    }
  });

  it.each(["", ...commands.map(({ name }) => `help ${name}`)])("fits 80 columns: %j", (line) => {
    expect(
      help(line)
        .split("\n")
        .filter(({ length }) => length > 80),
    ).toEqual([]);
  });

  it("shows the options of one command", () => {
    expect(help("start --help")).toBe(help("help start"));
    expect(help("start --help")).toContain("--jupyter PATH");
  });

  it("has only examples that it understands", () => {
    for (const { name, examples } of commands) {
      for (const example of examples) {
        const [typed = ""] = example.split(" > ");
        expect(invocation(typed).command.name).toBe(name);
      }
    }
  });
});
