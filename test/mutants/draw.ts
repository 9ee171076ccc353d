import ts from "typescript";
import { uniform } from "../../src/math/random.ts";
import { type Mutation, mutationsOf } from "./mutations.ts";

/** A mutation of one of the project's files. */
export interface Mutant extends Mutation {
  /** The file, from the project's folder on. */
  readonly file: string;
  /** Its line, from 1. */
  readonly line: number;
}

/** Source files by their names, from the project's folder on. */
export type Sources = ReadonlyMap<string, string>;

/** The room that a file stands in: the folder of `src`, or `src` itself. */
export const roomOf = (file: string): string => (file.split("/").length > 2 ? file.split("/")[1]! : "src");

/**
 * Draws mutants, one of each room in turn: first a file, by its size, then a kind of mutation, then a place. No mutant comes
 * twice; one seed gives one sequence.
 */
export function* draw(sources: Sources, seed: number): Generator<Mutant> {
  let drawn = 0;
  const random = (): number => uniform(seed, drawn++);
  let rooms = withSome(roomsOf(sources));
  for (; rooms.length > 0; rooms = withSome(rooms)) {
    for (const room of rooms) {
      const file = weighted(room, random);
      const kinds = [...new Set(file.mutations.map(({ kind }) => kind))].sort();
      const kind = one(kinds, random);
      const mutation = one(
        file.mutations.filter((mutation) => mutation.kind === kind),
        random,
      );
      file.mutations.splice(file.mutations.indexOf(mutation), 1);
      yield { file: file.name, line: lineOf(file.text, mutation.start), ...mutation };
    }
  }
}

/** A mutant's file as it is with the mutation; undefined where the code is no longer what is changed. */
export function mutated(text: string, { start, before, after }: Mutation): string | undefined {
  const end = start + before.length;
  return text.slice(start, end) === before ? text.slice(0, start) + after + text.slice(end) : undefined;
}

interface Drawn {
  readonly name: string;
  readonly text: string;
  readonly mutations: Mutation[];
}

const withSome = (rooms: readonly Drawn[][]): Drawn[][] =>
  rooms.map(withMutations).filter((room) => room.length > 0);

const withMutations = (files: readonly Drawn[]): Drawn[] => files.filter((file) => file.mutations.length > 0);

function roomsOf(sources: Sources): Drawn[][] {
  const files = [...sources]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, text]) => {
      const parsed = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
      return { name, text, mutations: mutationsOf(parsed) };
    });
  const rooms = [...new Set(files.map(({ name }) => roomOf(name)))];
  return rooms.map((room) => files.filter(({ name }) => roomOf(name) === room));
}

const lineOf = (text: string, place: number): number => text.slice(0, place).split("\n").length;

const one = <T>(all: readonly T[], random: () => number): T => all[Math.floor(random() * all.length)]!;

function weighted(files: readonly Drawn[], random: () => number): Drawn {
  let left = random() * files.reduce((sum, { text }) => sum + text.length, 0);
  return files.find(({ text }) => (left -= text.length) < 0) ?? files.at(-1)!;
}
