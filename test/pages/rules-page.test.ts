import { describe, expect, test } from "vitest";
import { adam, bfgs, gradientDescent, lbfgs, momentum, rules } from "fall-line";
import { danglingLinks } from "../../src/pages/links.ts";
import { rulesPage } from "../../src/pages/rules-page.ts";

const assets = { siteScript: "", style: "", pageScript: "SCRIPT" };
const sectionOf = (html: string, id: string): string =>
  html.split("<section").find((section) => section.includes(`<h2 id="${id}">`))!;

describe("the page of the rules", () => {
  const html = rulesPage(rules, "index.html", assets);

  test("has every rule, and links that lead somewhere", () => {
    expect(html.match(/<h2 id=/g)).toHaveLength(rules.length);
    expect(html.match(/class="katex-display"/g), "lines of their own").toHaveLength(rules.length);
    expect(
      danglingLinks(
        new Map([
          ["rules.html", html],
          ["index.html", ""],
        ]),
      ),
    ).toEqual([]);
  });

  test("shows a rule's equations, what is chosen and remembered, and its source with a link", () => {
    const section = sectionOf(html, momentum.id);
    expect(section).toContain("m_{t} &amp;= \\alpha \\, m_{t-1} - \\lambda \\, g_{t} \\\\ w_{t} &amp;= ");
    expect(section).toContain("<th>it remembers</th><th>name</th><th>meaning</th><th>at first</th>");
    expect(html).not.toContain("SCRIPT");
    expect(section).toContain(
      "<td>share of the old velocity that is kept</td><td>in [0, 1)</td><td>0.9</td>",
    );
    expect(section).toContain("<td>learning rate; schedules act on it</td><td>above 0</td><td>0.01</td>");
    expect(section).toContain("<td>velocity</td><td>0 in every entry</td>");
    expect(section).toContain('Polyak 1964. <a href="https://doi.org/10.1016/0041-5553(64)90137-5">');
    expect(section).toContain("There: the heavy ball; slide 6.");
  });

  test("says how a history begins and what it keeps", () => {
    expect(sectionOf(html, lbfgs.id)).toContain("<td>empty; keeps 10 vectors</td>");
  });

  test("writes usual values as numbers are read, and what a matrix begins as", () => {
    const page = rulesPage([adam, bfgs], "../home.html", assets);
    expect(sectionOf(page, "adam")).toContain("<td>10⁻⁸</td>");
    expect(sectionOf(page, bfgs.id)).toContain("<td>the identity matrix</td>");
    expect(page).toContain('<a class="home" href="../home.html">');
  });

  test("has no table of what is remembered where nothing is", () => {
    const section = sectionOf(html, gradientDescent.id);
    expect(section).toContain("<th>you choose</th>");
    expect(section).not.toContain("it remembers");
  });

  test("has a rule without a known source all the same", () => {
    const mine = { ...momentum, id: "mine", title: "<My> rule", source: { key: "<me>", where: "my notes" } };
    const page = rulesPage([mine], "index.html", assets);
    expect(page).toContain("Source: &lt;me&gt; (not in the bibliography), my notes.");
    expect(page).toContain('<li><a href="#mine">&lt;My&gt; rule</a></li>');
    expect(page).toContain('<h2 id="mine">&lt;My&gt; rule</h2>');
  });
});
