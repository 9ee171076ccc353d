/** Slips with what is kept and what is added: β and 1 − β. */
import { nameText } from "../../math/text.ts";
import { called } from "../search/called.ts";
import { apply, filled, mapped, name, namesIn, number, placesIn, type Tree } from "../search/tree.ts";
import type { SlipsAt, SlipsIn } from "./slips.ts";

const without = (share: Tree): Tree => apply("subtract", number(1), share);

/** β of 1 - β. */
const complementOf = ({ op, args }: Tree): Tree | undefined =>
  op === "subtract" && args[0]!.value === 1 ? args[1] : undefined;

export const shares: SlipsAt = (place, { shares: all }) => {
  const isShare = (one: Tree | undefined): one is Tree => all.includes(one?.name ?? "");
  const { node, parent } = place;
  const kept = complementOf(node);
  if (isShare(kept)) return [[place.put(kept), `${nameText(kept.name!)} stands where 1 − ${nameText(kept.name!)} should`]]; // prettier-ignore
  if (!isShare(node) || (parent !== undefined && complementOf(parent.node) === node)) return [];
  return [[place.put(without(node)), `1 − ${nameText(node.name!)} stands where ${nameText(node.name!)} should`]]; // prettier-ignore
};

/** A moving sum turned into a moving average: the new term gets the share that the old one loses. */
export const damped: SlipsAt = (place, { shares: all }) => {
  const { op, args } = place.node;
  if (op !== "add" && op !== "subtract") return [];
  const [old, fresh] = args as [Tree, Tree];
  const share = all.find((one) => namesIn(old).has(one) && !namesIn(fresh).has(one));
  if (share === undefined) return [];
  const by = apply(op, old, apply("multiply", without(name(share)), fresh));
  return [[place.put(by), `${called(fresh)} is multiplied by 1 − ${nameText(share)}`]];
};

/** β and 1-β change places: an average that forgets what it should keep. */
export const swappedShares: SlipsIn = (root, { shares: all }) =>
  all
    .filter((share) => placesIn(root).some(({ node }) => complementOf(node)?.name === share))
    .map((share) => [
      mapped(filled(root, new Map([[share, without(name(share))]])), simplified),
      `${nameText(share)} and 1 − ${nameText(share)} have changed places`,
    ]);

/** 1 - (1 - β) is β. */
const simplified = (node: Tree): Tree => complementOf(complementOf(node) ?? node) ?? node;

export const otherShares: SlipsIn = (root, { shares: all }) =>
  all.flatMap((share) =>
    all
      .filter((other) => other !== share)
      .map((other) => [
        filled(root, new Map([[share, name(other)]])),
        `${nameText(other)} stands where ${nameText(share)} should`,
      ]),
  );
