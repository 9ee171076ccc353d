import { looksOf } from "../../figures/palette.ts";
import { rules } from "../../rules/list.ts";
import { html } from "../elements.ts";
import { icon } from "./icons.ts";
import { Menu } from "./menu.ts";
import type { Model } from "./model.ts";
import { RuleCard } from "./rule-card.ts";

/** The rules beside the map, and a menu of the library to add one. */
export function rulesPanel(model: Model): HTMLElement {
  const add = new Menu(
    "add a rule",
    "add",
    (id) => {
      const rule = rules.find((one) => one.id === id);
      if (rule !== undefined) model.add(rule);
    },
    html("span", {}, icon("plus"), html("span", { class: "label" }, "add a rule")),
  );
  add.show([["", "add a rule"], ...rules.map(({ id, title }) => [id, title] as const)], "");
  const panel = html("div", { class: "rules", role: "group", "aria-label": "rules" });
  let cards: RuleCard[] = [];
  let shown = "";
  const show = (): void => {
    const { runners } = model.settings;
    const now = runners.map(({ rule }) => rule.title).join("\n");
    if (now === shown) for (const card of cards) card.show();
    else {
      const looks = looksOf(runners.map(({ rule }) => rule));
      cards = runners.map((_, place) => new RuleCard(model, place, looks[place]!));
      panel.replaceChildren(...cards.map(({ node }) => node), add.node);
      add.choose("");
      shown = now;
    }
  };
  show();
  model.onChange((change) => change !== "motion" && show());
  return panel;
}
