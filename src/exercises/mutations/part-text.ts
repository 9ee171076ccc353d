import type { MathNode } from "../../math/expression.ts";
import { called } from "../search/called.ts";
import { treeOf } from "../search/tree.ts";
import { textOf } from "./edit.ts";

/** A part of a line in a sentence. @param instead what it is called where it is long */
export const partText = (node: MathNode, instead?: string): string => called(treeOf(textOf(node)), instead);
