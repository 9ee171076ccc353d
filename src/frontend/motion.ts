import { isObject, type PlainObject } from "./clean.ts";

/** Whether somebody has asked their system for less motion. */
export const wantsLessMotion = (): boolean => matchMedia("(prefers-reduced-motion: reduce)").matches;

/** Without smooth transitions, for those who have asked their system for less motion. */
export function calm<T>(figure: T): T {
  return wantsLessMotion() ? (still(figure) as T) : figure;
}

function still(value: unknown): unknown {
  if (Array.isArray(value)) return typeof value[0] === "number" ? value : value.map(still);
  if (!isObject(value)) return value;
  const result: PlainObject = {};
  for (const [key, item] of Object.entries(value)) {
    result[key] = key === "transition" && isObject(item) ? { ...item, duration: 0 } : still(item);
  }
  return result;
}
