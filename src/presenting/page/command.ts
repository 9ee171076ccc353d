/** A thing to do and the keys for it, as `KeyboardEvent.key` names them. */
export interface Command {
  readonly what: string;
  readonly keys: readonly string[];
  /** Keys that do the same and need no mention. */
  readonly alsoKeys?: readonly string[];
  readonly act: () => void;
}
