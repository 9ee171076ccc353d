import { describe, expect, test } from "vitest";
import { ask, descend, landscape, momentum, ravine, table } from "fall-line";
import { bundleOf } from "fall-line/tools";
import type { Output } from "../../src/rendering/executed.ts";
import { outputToHtml } from "../../src/rendering/output.ts";

const run = descend(ravine, momentum, { steps: 5 });

function shown(data: object): Output {
  return { output_type: "display_data", data: { ...data } };
}

describe("outputToHtml(output)", () => {
  test("gives a figure its specification for the page, and its still picture with words inside", async () => {
    const html = outputToHtml(shown(await bundleOf(landscape(run))));
    const [, data = ""] = /<script type="application\/json">(.*?)<\/script>/.exec(html) ?? [];
    expect(html).toMatch(/^<div class="live" data-fall-line="application\/vnd\.fall-line\+json">/);
    expect(JSON.parse(data)).toMatchObject({ format: 1 });
    expect(html).toMatch(
      /<div class="still"><img class="figure" src="data:image\/svg\+xml,%3Csvg[^"]*" alt="[^"]{20,}">/,
    );
  });

  test("lets nothing in the data end its element", () => {
    const title = "</script><script>alert(1)</script><!--<script>";
    const html = outputToHtml(shown({ "application/vnd.plotly.v1+json": { data: [], layout: { title } } }));
    const [, data = ""] = /<script type="application\/json">(.*?)<\/script>/.exec(html) ?? [];
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(JSON.parse(data)).toEqual({ data: [], layout: { title } });
  });

  test("lays what a card reveals beside its data, as it is shown on the page", async () => {
    const html = outputToHtml(
      shown(await bundleOf(ask("momentum/crossing", landscape(run), table({ x: 1 })))),
    );
    const [, data = ""] = /<script type="application\/json">(.*?)<\/script>/.exec(html) ?? [];
    const key = "application/vnd.fall-line.template+json";
    expect(JSON.parse(data)).toMatchObject({ reveal: [{ [key]: 0 }, { [key]: 1 }] });
    expect(html).toMatch(/<template data-reveal="0"><div class="live"/);
    expect(html).toMatch(/<template data-reveal="1"><div class="wide"><table>/);
  });

  test("shows text, markup and formulas", () => {
    expect(outputToHtml(shown({ "text/plain": "a < b" }))).toBe(
      '<pre class="terminal result">a &lt; b</pre>',
    );
    expect(outputToHtml(shown({ "text/html": "<b>x</b>", "text/plain": "x" }))).toBe(
      '<div class="wide"><b>x</b></div>',
    );
    expect(outputToHtml(shown({ "text/latex": "$$x_1$$", "text/plain": "x1" }))).toContain("katex-display");
    expect(outputToHtml(shown({ "text/markdown": "*x*", "text/plain": "x" }))).toContain("<em>x</em>");
  });
});
