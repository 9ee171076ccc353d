// @ts-check
import { listing, wrapped } from "../../system/lines.js";

/**
 * @typedef {object} Option
 * @property {string} name
 * @property {string} [value] what stands for its value in the help; an option without one is on or off
 * @property {boolean} many whether it may be given several times
 * @property {string} meaning
 *
 * @typedef {object} Command what the command line knows of a command before anything is installed
 * @property {string} name
 * @property {string} summary
 * @property {string} [group] what it is for, as the help lists it: "teach"; what only other commands give has none
 * @property {boolean} [project] whether it is of use in the project itself only, and not where the course is a package
 * @property {string | string[]} [parts] which parts of dist/ it needs beside the commands and the library: these, or "all"
 * @property {boolean} [jupyter] whether it needs the project's own Jupyter
 * @property {string} [runs] "from source" where it needs nothing that is built
 * @property {string[]} [arguments] the words it takes one of
 * @property {string} [argument] what stands in the help for the one word it takes, whatever that is
 * @property {string} [words] what stands in the help for its words, when it takes as many as one likes
 * @property {boolean} [course] whether it takes --course, beside its own options
 * @property {Readonly<Record<string, string>>} [options] what each means, by how it is written: `--quiet`,
 * `--out DIR`, and `--set NAME=VALUE...` where it may be given several times
 * @property {string[]} examples
 */

const COURSE = { "--course DIR": "a course of your own: lessons in DIR, or chosen in its course.json" };

/** All that a command takes. @param {Command} command @returns {Option[]} */
export const optionsOf = ({ options = {}, course = false }) =>
  Object.entries({ ...options, ...(course && COURSE) }).map(([written, meaning]) => {
    const many = written.endsWith("...");
    const [name = "", value] = written.slice("--".length, many ? -"...".length : undefined).split(" ");
    return { name, ...(value && { value }), many, meaning };
  });

/**
 * What the command line can do: every command that people give, by what it is for.
 * @param {readonly Command[]} commands
 * @param {string} call how it is called: npx fall-line
 */
export function help(commands, call) {
  const width = Math.max(...commands.map(({ name }) => name.length));
  /** @param {string} group @returns {[string, string][]} */
  const named = (group) =>
    commands.filter((one) => one.group === group).map(({ name, summary }) => [name.padEnd(width), summary]);
  const groups = new Set(commands.flatMap(({ group = [] }) => group));
  return [
    "fall-line teaches the optimizers behind deep learning in TypeScript notebooks.",
    "",
    `Usage: ${call} COMMAND [OPTIONS]`,
    ...[...groups].flatMap((group) => [
      "",
      `${group[0]?.toUpperCase()}${group.slice(1)}:`,
      listing(named(group)),
    ]),
    "",
    `More about one command, with examples: ${call} COMMAND --help`,
  ].join("\n");
}

/**
 * What one command does and takes.
 * @param {Command} command
 * @param {string} call how the command line is called
 */
export function commandHelp(command, call) {
  const taken = optionsOf(command);
  const usage = [
    call,
    command.name,
    command.words ?? command.argument ?? command.arguments?.join("|"),
    taken.length > 0 && "[OPTIONS]",
  ];
  /** @type {[string, string][]} */
  const options = taken.map(({ name, value, meaning }) => [`--${name}${value ? ` ${value}` : ""}`, meaning]);
  return [
    wrapped(`${command.name}: ${command.summary}`),
    "",
    `Usage: ${usage.filter(Boolean).join(" ")}`,
    ...(options.length > 0 ? ["", "Options:", listing(options)] : []),
    "",
    "Examples:",
    ...command.examples.map((example) => `  ${call} ${example}`),
  ].join("\n");
}
