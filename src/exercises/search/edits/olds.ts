import { OLD } from "../../../math/text.ts";
import { apply, name, type Place, placesIn, show, swapped, type Tree } from "../tree.ts";
import { edit, type Family } from "./edit.ts";

/** The old w where a line is computed with the new one: everywhere, or in one place. */
export const olds: Family = (place, { names }) => {
  const { node, parent } = place;
  const old = `${node.name ?? ""}${OLD}`;
  if (names.includes(old)) {
    const change = apply("subtract", node, name(old));
    return [edit(place, change, "change", 1.9, () => `the change of ${show(node)}, ${show(change)}, stands where ${show(node)} should`)]; // prettier-ignore
  }
  const made = (by: Tree, where: string) => [
    edit(place, by, "old", 1.3, () => `${where}it uses the old w and not the new one`, () => "w"), // prettier-ignore
  ];
  if (parent !== undefined) return node.line === "w" ? made(name("w"), branchOf(place)) : [];
  const news = placesIn(node).filter((one) => one.node.line === "w" && one.parent !== undefined);
  return news.length > 1 ? made(swapped(node, new Map(news.map((one) => [one.node, name("w")]))), "") : [];
};

/** The branch of a condition that a place is in: "in step 1, ". */
function branchOf({ parent, index }: Place): string {
  if (parent === undefined) return "";
  if (parent.node.op !== "conditional" || index === 0) return branchOf(parent);
  const condition = show(parent.node.args[0]!);
  if (index === 1) return `where ${condition}, `;
  return condition === "t > 1" ? "in step 1, " : `where ${condition} does not hold, `;
}
