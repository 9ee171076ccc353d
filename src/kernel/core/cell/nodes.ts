import type * as TS from "typescript";
import { factory } from "../compiler/typescript.ts";
import { kernelName } from "./names.ts";

/** `holder.name` */
export function propertyOf(holder: string, name: string): TS.Expression {
  return factory.createPropertyAccessExpression(factory.createIdentifier(holder), name);
}

/** `__kernel.method(...)` */
export function kernelCall(method: string, values: readonly TS.Expression[]): TS.Expression {
  return factory.createCallExpression(propertyOf(kernelName, method), undefined, values);
}
