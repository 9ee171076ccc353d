import { ts, type TS } from "../../compiler/typescript.ts";
import { nodeAt, type Scene, type Words } from "./scene.ts";

const joins = /^[ \t]*(\/\/[^\n]*)?\n\s*([[(])/;

/** A line that begins with `[` or `(` goes on with the line before it, where that has no semicolon at its end. */
export function semicolonWords({ diagnostic }: Scene): Words | undefined {
  const { file } = diagnostic;
  const node = nodeAt(diagnostic);
  const joined = node && ts.findAncestor(node, isJoined);
  if (!file || !joined) return undefined;
  const { expression } = joined as { expression?: TS.Expression };
  const end = expression!.end;
  const statement = ts.findAncestor(joined, ts.isStatement) ?? joined;
  const [, , sign] = joins.exec(file.text.slice(end))!;
  return {
    reason: `the line has no semicolon at its end, so the \`${sign!}\` of the next line goes on with it`,
    help: "write ; at the end of this line",
    place: { start: end - 1, length: 1 },
    covers: { start: end, length: statement.end - end },
  };

  function isJoined(at: TS.Node): boolean {
    if (!file || (!ts.isElementAccessExpression(at) && !ts.isCallExpression(at))) return false;
    return joins.test(file.text.slice(at.expression.end));
  }
}
