import type * as TS from "typescript";
import { kernelName } from "./names.ts";

/** `holder.name` */
export function propertyOf(factory: TS.NodeFactory, holder: string, name: string): TS.Expression {
  return factory.createPropertyAccessExpression(factory.createIdentifier(holder), name);
}

/** `__kernel.method(...)` */
export function kernelCall(
  factory: TS.NodeFactory,
  method: string,
  values: readonly TS.Expression[],
): TS.Expression {
  return factory.createCallExpression(propertyOf(factory, kernelName, method), undefined, values);
}
