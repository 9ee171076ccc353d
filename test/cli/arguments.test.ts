import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse, type Command } from "../../src/cli/boot/arguments.js";
import { UserError } from "../../src/system/user-error.js";

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
    if (error instanceof UserError) return `${error.message}. ${error.cure}`;
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
    ["frobnicate", "Unknown command: frobnicate. There are: start, progress"],
    ["--port", "Unknown option: --port"],
    ["start --prt 3", "Unknown option of start: --prt. Did you mean --port?"],
    ["start -x", "Unknown option of start: -x"],
    ["start --port", "--port needs a value. Write --port N."],
    ["start --port --no-browser", "--port needs a value"],
    ["start --no-browser=yes", "--no-browser takes no value, got yes"],
    ["start lesson", "start takes no argument, got lesson"],
    ["kernel", "kernel needs one of: install, uninstall"],
    ["grade", "grade needs SUBMISSIONS. Write npx fall-line grade submissions --out grades.csv. More:"],
    ["kernel instal", "Unknown argument of kernel: instal. Did you mean install?"],
    ["kernel install twice", "kernel takes one argument, got also twice"],
  ])("answers %s with what is wrong and what is right", (line, said) => {
    expect(mistake(line)).toContain(said);
  });

  it.each(["", "--help", "-h", "help"])(
    "shows every command that people give, by what it is for, for %j",
    (line) => {
      const listed = help(line).split("\n\n").slice(2, -1);
      expect(listed.map((group) => group.split("\n", 1)[0])).toEqual([
        "Learn:",
        "Teach:",
        "Grade:",
        "Publish:",
        "Develop:",
      ]);
      for (const { name, group } of commands)
        expect(
          listed
            .filter((one) => one.includes(`\n  ${name} `))
            .map((one) => one.split(":", 1)[0]!.toLowerCase()),
        ).toEqual(group === undefined ? [] : [group]);
    },
  );

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

describe("a command line of any commands", () => {
  const options = {
    "--out DIR": "where",
    "--set NAME=VALUE...": "as often as one likes",
    "--quiet": "no word",
  };
  const of = (name: string, more: Partial<Command> = {}): Command => ({
    name,
    summary: `${name} all`,
    examples: [name, `${name} twice`],
    ...more,
  });
  const some = [
    of("lay", { group: "work", argument: "FOLDER", options }),
    of("take", { group: "work", words: "[LESSON...]", options: { "--far": "away" } }),
    of("turn", { group: "play", arguments: ["left", "right"] }),
    of("only", { group: "work", arguments: ["this"], argument: "WORD" }),
    of("stop", { group: "work" }),
    of("unseen"),
  ];
  const typed = (line: string) => parse(line === "" ? [] : line.split(" "), some, "npx it");
  const helped = (line: string): string => {
    const read = typed(line);
    return "help" in read ? read.help : expect.unreachable();
  };

  it.each([
    ["lay here", ["here"], {}, {}],
    ["lay --out=a=b here", ["here"], { out: "a=b" }, {}],
    ["lay --out -1 here --out b", ["here"], { out: "b" }, {}],
    ["lay --set a=1 --quiet --set b=2,c=3 here", ["here"], { quiet: true }, { set: ["a=1", "b=2,c=3"] }],
    ["lay -- --out", ["--out"], {}, {}],
    ["take", [], {}, {}],
    ["take a b a", ["a", "b", "a"], {}, {}],
    ["turn right", ["right"], {}, {}],
    ["only that", ["that"], {}, {}],
    ["stop", [], {}, {}],
  ])("%s", (line, words, values, lists) => {
    const read = typed(line);
    expect(read).toMatchObject({ args: line.split(" ").slice(1), words, options: values, lists });
    expect(read).toMatchObject({ command: { name: line.split(" ")[0] } });
  });

  it.each([
    ["lay", "lay needs FOLDER", "Write npx it lay. More: npx it lay --help"],
    ["lay a b", "lay takes one argument, got also b", "More: npx it lay --help"],
    ["lay --out= here", "--out needs a value", "Write --out DIR. More: npx it lay --help"],
    ["lay here --out", "--out needs a value", "Write --out DIR. More: npx it lay --help"],
    ["lay --set --quiet here", "--set needs a value", "Write --set NAME=VALUE. More: npx it lay --help"],
    ["lay --quiet=no here", "--quiet takes no value, got no", "Write --quiet. More: npx it lay --help"],
    [
      "lay --zzzzzzzz x here",
      "Unknown option of lay: --zzzzzzzz",
      "There are: --out, --set, --quiet. More: npx it lay --help",
    ],
    ["take --zzzzzzz", "Unknown option of take: --zzzzzzz", "There are: --far. More: npx it take --help"],
    ["stop --out x", "Unknown option of stop: --out", "More: npx it stop --help"],
    ["stop now", "stop takes no argument, got now", "More: npx it stop --help"],
    ["turn", "turn needs one of: left, right", "More: npx it turn --help"],
    ["turn rihgt", "Unknown argument of turn: rihgt", "Did you mean right? More: npx it turn --help"],
    ["turn up", "Unknown argument of turn: up", "There are: left, right. More: npx it turn --help"],
    ["turn left left", "turn takes one argument, got also left", "More: npx it turn --help"],
    ["only", "only needs WORD", "Write npx it only. More: npx it only --help"],
    ["tern", "Unknown command: tern", "Did you mean turn? More: npx it --help"],
    [
      "xyzzyxyzzy",
      "Unknown command: xyzzyxyzzy",
      "There are: lay, take, turn, only, stop. More: npx it --help",
    ],
    ["--quiet", "Unknown option: --quiet", "There are: lay, take, turn, only, stop. More: npx it --help"],
  ])("refuses %s", (line, message, cure) => {
    let thrown: unknown;
    try {
      typed(line);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(UserError);
    expect(thrown).toMatchObject({ message, cure });
  });

  it("tells of itself: all commands, by what they are for", () => {
    expect(helped("").split("\n")).toEqual([
      "fall-line teaches the optimizers behind deep learning in TypeScript notebooks.",
      "",
      "Usage: npx it COMMAND [OPTIONS]",
      "",
      "Work:",
      ...["lay", "take", "only", "stop"].map((name) => `  ${name.padEnd(6)}  ${name} all`),
      "",
      "Play:",
      "  turn    turn all",
      "",
      "More about one command, with examples: npx it COMMAND --help",
    ]);
  });

  it("tells of a command what it takes, with all its examples", () => {
    expect(helped("lay x --help").split("\n")).toEqual([
      "lay: lay all",
      "",
      "Usage: npx it lay FOLDER [OPTIONS]",
      "",
      "Options:",
      "  --out DIR         where",
      "  --set NAME=VALUE  as often as one likes",
      "  --quiet           no word",
      "",
      "Examples:",
      "  npx it lay",
      "  npx it lay twice",
    ]);
    const usage = (line: string): string => helped(line).split("\n")[2]!;
    expect(["take", "turn", "only", "stop"].map((name) => usage(`help ${name}`))).toEqual([
      "Usage: npx it take [LESSON...] [OPTIONS]",
      "Usage: npx it turn left|right",
      "Usage: npx it only WORD",
      "Usage: npx it stop",
    ]);
    expect(helped("help take")).toContain("\n\nOptions:\n  --far  away\n\n");
    expect(helped("help stop")).not.toContain("Options:");
  });

  it.each([
    ["help lay turn", "help lay"],
    ["--help turn", "help turn"],
    ["-h turn", "help turn"],
    ["turn -h", "help turn"],
    ["turn --wrong --help", "help turn"],
    ["help nothing", ""],
  ])("tells for %s what it tells for %j", (line, same) => {
    expect(helped(line)).toBe(helped(same));
  });
});
