/** A call in a stack trace; line and column count from 0. */
export interface Call {
  /** The script: its address, or what it calls itself. */
  file: string;
  /** The function, where it has a name. */
  name: string | undefined;
  line: number;
  column: number;
}

/** Writes the stack of an error. */
type Write = (error: Error, calls: Call[]) => string;

/** What scripts call themselves, by their addresses, in an engine that does not read it. */
export const scriptNames = new Map<string, string>();

/** Writes the stack of one error, where the engine keeps it with each. */
let writeOwn: Write | undefined;

/**
 * Has the stacks of all errors written by a function from now on. V8 asks for it; of other engines the text is read where
 * it is asked for: Firefox has one place for that, and Safari one in each error, which `settleStack` writes.
 */
export function writeStacks(write: Write): void {
  const asksForIt = isAsked();
  Error.prepareStackTrace = (error, sites) => write(error, sites.flatMap(callOfSite));
  if (asksForIt) return;
  const written = Object.getOwnPropertyDescriptor(Error.prototype, "stack");
  if (written?.get === undefined) {
    writeOwn = write;
    return;
  }
  const { get } = written; // oxlint-disable-line typescript/unbound-method
  Object.defineProperty(Error.prototype, "stack", {
    ...written,
    get(this: Error): unknown {
      const text = Reflect.apply(get, this, []) as unknown;
      return typeof text === "string" ? write(this, callsOfText(text)) : text;
    },
  });
}

const settled = new WeakSet();

/** Has the stack of an error written, if the engine keeps it with each and it was not written yet. */
export function settleStack(error: unknown): void {
  if (writeOwn === undefined || !(error instanceof Error) || settled.has(error)) return;
  settled.add(error);
  if (typeof error.stack === "string") Reflect.set(error, "stack", writeOwn(error, callsOfText(error.stack)));
}

/** True in an engine that asks how a stack is written. */
function isAsked(): boolean {
  const asked: Error[] = [];
  Error.prepareStackTrace = (error) => asked.push(error);
  return new Error().stack !== undefined && asked.length > 0;
}

function callOfSite(site: NodeJS.CallSite): Call[] {
  const file = site.getScriptNameOrSourceURL() ?? site.getFileName();
  if (!file) return [];
  const name = site.getFunctionName()?.replace(/^(Object|exports|Module)\./, "");
  const [line, column] = [(site.getLineNumber() ?? 1) - 1, (site.getColumnNumber() ?? 1) - 1];
  return [{ file, name: isNoName(name) ? undefined : name, line, column }];
}

/** What V8 calls a function without a name. */
function isNoName(name: string | undefined): boolean {
  return name === "<anonymous>" || name === "eval";
}

/** The calls in a stack as Firefox and Safari write it: `name@file:line:column` on each line. */
export function callsOfText(text: string): Call[] {
  return text.split("\n").flatMap((entry) => {
    const [, called = "", file, line, column] = /^(.*?)@(.+):(\d+):(\d+)$/.exec(entry) ?? [];
    if (file === undefined) return [];
    return [
      {
        file: scriptNames.get(file) ?? file,
        name: nameIn(called),
        line: Number(line) - 1,
        column: Number(column) - 1,
      },
    ];
  });
}

/** `step` of `async*outer/step`; a function without a name, `outer/<`, has none, and neither has the code of a script. */
function nameIn(called: string): string | undefined {
  const last = called
    .replace(/^(async|promise callback|setTimeout handler)\*/, "")
    .split("/")
    .at(-1)!;
  return last === "" || last.includes("<") || last.endsWith(" code") ? undefined : last;
}
