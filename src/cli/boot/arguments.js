// @ts-check
import { parseArgs } from "node:util";
import { nearest } from "../../nearest.js";
import { UserError } from "../../system/user-error.js";
import { commandHelp, help, optionsOf } from "./help.js";

/**
 * @typedef {import("./help.js").Command} Command
 *
 * @typedef {object} Invocation one command as it was typed
 * @property {Command} command
 * @property {string[]} args all that was typed after the command
 * @property {string[]} words
 * @property {Record<string, string | boolean>} options
 * @property {Record<string, string[]>} lists the options that may be given several times, with all their values
 */

/**
 * Reads the command line. Mistakes are told here, before anything is installed.
 * @param {readonly string[]} args
 * @param {readonly Command[]} commands
 * @param {string} [call] how the command line is called
 * @returns {Invocation | { help: string }}
 */
export function parse(args, commands, call = "npx fall-line") {
  const [name, ...rest] = args;
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    const wanted = commands.find((command) => command.name === rest[0]);
    return { help: wanted ? commandHelp(wanted, call) : help(commands, call) };
  }
  const command = commands.find((candidate) => candidate.name === name);
  if (!command) {
    const names = commands.filter(({ group }) => group !== undefined).map((candidate) => candidate.name);
    throw mistake(name.startsWith("-") ? "option" : "command", name, names, `${call} --help`);
  }
  if (rest.includes("--help") || rest.includes("-h")) return { help: commandHelp(command, call) };
  return { command, args: rest, ...read(command, rest, call) };
}

/** @param {Command} command @param {string[]} args @param {string} call */
function read(command, args, call) {
  const taken = optionsOf(command);
  const options = Object.fromEntries(
    taken.map((option) => [option.name, { type: option.value ? "string" : "boolean" }]),
  );
  const { tokens } = parseArgs({
    args,
    options: /** @type {import("node:util").ParseArgsConfig["options"]} */ (options),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const more = `${call} ${command.name} --help`;
  /** @type {Record<string, string | boolean>} */
  const values = {};
  /** @type {Record<string, string[]>} */
  const lists = {};
  const words = [];
  for (const token of tokens) {
    if (token.kind === "positional") words.push(token.value);
    if (token.kind !== "option") continue;
    const option = taken.find(({ name }) => name === token.name);
    if (!option) {
      const names = taken.map(({ name }) => `--${name}`);
      throw mistake(`option of ${command.name}`, token.rawName, names, more);
    }
    if (option.value && (token.value === undefined || token.value === "" || token.value.startsWith("--")))
      throw new UserError(
        `--${option.name} needs a value`,
        `Write --${option.name} ${option.value}. More: ${more}`,
      );
    if (!option.value && token.value !== undefined)
      throw new UserError(
        `--${option.name} takes no value, got ${token.value}`,
        `Write --${option.name}. More: ${more}`,
      );
    if (option.many) lists[option.name] = [...(lists[option.name] ?? []), token.value ?? ""];
    else values[option.name] = token.value ?? true;
  }
  checkWords(command, words, call);
  return { words, options: values, lists };
}

/** @param {Command} command @param {string[]} words @param {string} call */
function checkWords(command, words, call) {
  if (command.words) return;
  const more = `${call} ${command.name} --help`;
  const allowed = command.arguments ?? [];
  const [word, surplus] = words;
  if (command.argument && word === undefined) {
    const example = `${call} ${command.examples[0]}`;
    throw new UserError(`${command.name} needs ${command.argument}`, `Write ${example}. More: ${more}`);
  }
  if (!command.argument && allowed.length === 0 && word !== undefined)
    throw new UserError(`${command.name} takes no argument, got ${word}`, `More: ${more}`);
  if (allowed.length > 0 && word === undefined)
    throw new UserError(`${command.name} needs one of: ${allowed.join(", ")}`, `More: ${more}`);
  if (!command.argument && word !== undefined && !allowed.includes(word))
    throw mistake(`argument of ${command.name}`, word, allowed, more);
  if (surplus !== undefined)
    throw new UserError(`${command.name} takes one argument, got also ${surplus}`, `More: ${more}`);
}

/** @param {string} kind @param {string} got @param {string[]} allowed @param {string} more */
function mistake(kind, got, allowed, more) {
  const near = nearest(got, allowed);
  const cure = near ? `Did you mean ${near}?` : allowed.length > 0 ? `There are: ${allowed.join(", ")}.` : "";
  return new UserError(`Unknown ${kind}: ${got}`, `${cure} More: ${more}`.trim());
}
