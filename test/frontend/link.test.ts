import { expect, test } from "vitest";
import { beale, explore, gradientDescent, momentum, schedules } from "fall-line";
import { Recipe } from "../../src/figures/revive.ts";
import { linkedSettings, linkTo } from "../../src/frontend/explorer/link.ts";
import { settingsOf } from "../../src/frontend/explorer/settings.ts";

const PAGE = "https://example.org/lesson.html";
const own = explore({ objective: beale, rules: [gradientDescent, momentum] }).specification;
const other = explore({ objective: beale, rules: [momentum] }).specification;
const changed = {
  ...settingsOf(new Recipe(own)),
  start: [-1.5, 2] as const,
  steps: 7,
  schedule: schedules.exponential({ k: 0.25 }),
};

test("a link brings the settings back into the explorer that it was made of, and into no other", () => {
  const link = linkTo(changed, own, `${PAGE}#momentum`);
  expect(link.split("#explore=")[0]).toBe(PAGE);
  const { objective, ...back } = linkedSettings(own, link)!;
  const { objective: surface, ...sent } = changed;
  expect(back).toEqual(sent);
  expect([objective.expression, objective.minima]).toEqual([surface.expression, surface.minima]);
  expect(linkedSettings(other, link)).toBeUndefined();
});

test("no letter is lost on the way, and an address that somebody pastes holds none but plain ones", () => {
  const title = "Правило λ ????? >>>>> ~~~~~";
  const runners = [{ ...changed.runners[0]!, rule: { ...gradientDescent, id: "mine", title } }];
  const link = linkTo({ ...changed, runners }, own, PAGE);
  expect(link.slice(PAGE.length)).toMatch(/^#explore=[\w=-]+$/);
  expect(link.slice(PAGE.length)).toMatch(/[-].*_|_.*[-]/);
  expect(linkedSettings(own, link)!.runners[0]!.rule.title).toBe(title);
});

test("explorers that differ in a digit are two", () => {
  const from = (x: number) => explore({ objective: beale, rules: [momentum], start: [x, 1] }).specification;
  expect(linkedSettings(from(2), linkTo(changed, from(1), PAGE))).toBeUndefined();
});

test("a race travels as one, and as no other search of the rates would make it", () => {
  const race = explore({ objective: beale, rules: [gradientDescent, momentum], steps: 9, tuned: true });
  const settings = settingsOf(new Recipe(race.specification));
  expect(settings.tuned).toBe(true);
  const { runners, tuned } = linkedSettings(own, linkTo(settings, own, PAGE))!;
  expect({ runners, tuned }).toEqual({ runners: settings.runners, tuned: true });
});

test("a rule that is switched off does not travel", () => {
  const runners = changed.runners.map((runner, k) => ({ ...runner, on: k === 1 }));
  const link = linkTo({ ...changed, runners }, own, PAGE);
  expect(linkedSettings(own, link)!.runners.map(({ rule }) => rule)).toEqual([momentum]);
});

test.each(["", "#momentum", "#explore=", "#explore=%%%", "#explore=bnVsbA", "#explore=e30"])(
  "an address that ends with %j is none of ours",
  (ending) => {
    expect(linkedSettings(own, PAGE + ending)).toBeUndefined();
  },
);

test("a link of an earlier version still finds its explorer, by FNV-1a", () => {
  const { of } = JSON.parse(atob(linkTo(changed, 1, PAGE).split("#explore=")[1]!)) as { of: string };
  // Of the one letter 1: its published value.
  expect(parseInt(of, 36)).toBe(0x340ca71c);
});
