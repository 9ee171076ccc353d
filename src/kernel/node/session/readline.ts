type Ask = (prompt: string) => string;

interface Interface {
  readonly input?: unknown;
}

/** `question` of Node's readline, which has the answer last, as a callback, or gives a promise. */
type Question = (this: Interface, query: string, ...rest: unknown[]) => unknown;

interface Readline {
  readonly Interface: { readonly prototype: { question: Question } };
}

/** What asks by readline on the standard input asks the student, as `prompt` does: a cell has no terminal. */
export function askByReadline(ask: Ask): void {
  replace("node:readline", (query, rest) => {
    const answered = rest.at(-1);
    const answer = ask(query);
    if (typeof answered === "function") process.nextTick(answered, answer);
  });
  replace("node:readline/promises", (query) => Promise.resolve(ask(query)));
}

function replace(module: string, question: (query: string, rest: readonly unknown[]) => unknown): void {
  const { prototype } = (process.getBuiltinModule(module) as unknown as Readline).Interface;
  const asBefore = prototype.question;
  prototype.question = function (query, ...rest) {
    return this.input === process.stdin ? question(query, rest) : asBefore.call(this, query, ...rest);
  };
}
