import { lineNode } from "./line.ts";
import { texOfName, toTex } from "./tex.ts";

/** An expression as TeX, in the rules' own notation. */
export function expressionTex(text: string): string {
  return toTex(lineNode(text), { symbol: texOfName, times: "\\," });
}
