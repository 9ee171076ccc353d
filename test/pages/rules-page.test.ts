import { beforeAll, describe, expect, test } from "vitest";
import { adam, bfgs, gradientDescent, lbfgs, momentum, nesterov, ravine, rules } from "fall-line";
import { linkedSettings } from "../../src/frontend/explorer/link.ts";
import { SPECIFICATION } from "../../src/mime.ts";
import { danglingLinks } from "../../src/pages/links.ts";
import { raceOfAll } from "../../src/pages/race.ts";
import { groupsOf } from "../../src/pages/rules/ideas.ts";
import { descentOf, mapOf, MARKED, sceneOf, STEPS } from "../../src/pages/rules/map.ts";
import { type RulesPlace, rulesPage } from "../../src/pages/rules/page.ts";

const assets = { siteScript: "", style: "", pageScript: "SCRIPT" };
const sectionOf = (html: string, id: string): string =>
  html.split("<section").find((section) => section.includes(`<h2 id="${id}">`))!;

describe("the page of the rules", () => {
  let place: RulesPlace;
  let html: string;

  beforeAll(async () => {
    const course = [{ name: "03-momentum", number: "03" }] as RulesPlace["course"] & object[];
    place = { race: await raceOfAll(), course };
    html = rulesPage(rules, place, assets);
  });

  test("has every rule once, in groups by idea, and links that lead somewhere", () => {
    expect(html.match(/<h2 id=/g)).toHaveLength(rules.length);
    expect(html.match(/class="katex-display"/g), "lines of their own").toHaveLength(rules.length);
    const groups = groupsOf(rules);
    expect(new Set(groups.flatMap((group) => group.rules.map(({ rule }) => rule)))).toEqual(new Set(rules));
    expect(groups.map(({ title }) => title)).not.toContain("Others");
    for (const { rules: own } of groups) for (const { idea } of own) expect(idea).toMatch(/^[A-Z].*\.$/);
    const files = new Map(["index.html", "03-momentum.html"].map((file) => [file, ""]));
    expect(danglingLinks(files.set("rules.html", html))).toEqual([]);
  });

  test("shows a rule's equations, what is chosen and remembered, and its source with a link", () => {
    const section = sectionOf(html, momentum.id);
    expect(section).toContain("m_{t} &amp;= \\alpha \\, m_{t-1} - \\lambda \\, g_{t} \\\\ w_{t} &amp;= ");
    expect(section).not.toContain("g_{t} &amp;=");
    expect(sectionOf(html, nesterov.id)).toContain("g_{t} &amp;=");
    expect(section).toContain(" share of the old velocity that is kept</td><td>in [0, 1)</td><td>0.9</td>");
    expect(section).toContain(" learning rate</td><td>above 0</td><td>0.01</td>");
    expect(section).toContain("<td>velocity</td><td>0 in every entry</td>");
    expect(section).toMatch(
      /<a href="https:\/\/doi.org\/10.1016\/0041-5553\(64\)90137-5" title="[^"]+">Polyak 1964<\/a>, the heavy ball; slide 6/,
    );
    expect(section).toContain('<a href="03-momentum.html">lesson 03</a>');
    expect(sectionOf(html, adam.id)).toContain("<td>10⁻⁸</td>");
    expect(sectionOf(html, adam.id)).toContain(
      "it takes learning_rate 0.001, beta_1 0.9, beta_2 0.999, epsilon 10⁻⁷.",
    );
    // As programs write them numbers stand in programs alone.
    expect(html.replaceAll(/<(pre|script|style)\b.*?<\/\1>/gs, "").replaceAll(/<[^>]*>/g, " ")).not.toMatch(
      /\de-?\d/,
    );
  });

  test("says how a history and a matrix begin, and nothing of what is remembered where nothing is", () => {
    expect(sectionOf(html, lbfgs.id)).toContain("<td>empty; keeps 10 vectors</td>");
    expect(sectionOf(html, bfgs.id)).toContain("<td>the identity matrix</td>");
    expect(sectionOf(html, gradientDescent.id)).not.toContain("it remembers");
  });

  test("a picture opens the explorer with the rule as it is drawn, beside gradient descent", () => {
    const [, address] = /class="rule-map" href="([^"]+)"/.exec(sectionOf(html, adam.id))!;
    const settings = linkedSettings(place.race[SPECIFICATION], address!)!;
    expect(address).toMatch(/^index\.html#/);
    expect(settings.runners.map(({ rule }) => rule.id)).toEqual(["adam", "gd"]);
    const drawn = descentOf(adam, settings.objective);
    expect([settings.runners[0]!.hyper, settings.steps]).toEqual([drawn.hyper, STEPS]);
  });

  test("has a rule without a known source or group all the same", () => {
    const mine = { ...momentum, id: "mine", title: "<My> rule", source: { key: "<me>", where: "my notes" } };
    const page = rulesPage([mine], place, assets);
    expect(page).toContain("&lt;me&gt; (not in the bibliography), my notes");
    expect(page).toContain('<li>Others<ol><li><a href="#mine">&lt;My&gt; rule</a></li>');
    expect(sectionOf(page, "mine")).not.toContain("PyTorch");
  });
});

test("a picture has the path with a mark every five steps, the rate in words, and gradient descent in grey", () => {
  const scene = sceneOf(ravine);
  const trace = descentOf(momentum, ravine);
  const svg = mapOf(momentum, trace, scene);
  const [, line] = /class="path"[^>]* d="M([^"]+)"/.exec(svg)!;
  const places = line!.split("L").map((place) => place.split(" ").map(Number));
  expect(places).toEqual(trace.path.map((w) => scene.place(w)));
  expect(svg.match(/class="mark"/g)).toHaveLength(STEPS / MARKED);
  expect(svg).toContain(`>λ = ${trace.hyper.lambda}</text>`);
  expect(
    [svg, mapOf(gradientDescent, scene.plain, scene)].map((one) => one.includes('class="plain"')),
  ).toEqual([true, false]);
  const [x, y] = scene.place([-8, 1.5]);
  expect([x > 0 && x < 330, y > 0 && y < 196]).toEqual([true, true]);
});
