import { expect, test } from "vitest";
import { ask, curves, descend, landscape, momentum, ravine, table } from "fall-line";
import { bundleOf } from "fall-line/tools";
import { readNotebook } from "../../src/rendering/executed.ts";

const SPECIFICATION = "application/vnd.fall-line+json";
const SVG = "image/svg+xml";

test("a picture that a card reveals is stored once in a notebook, and read back into the card", async () => {
  const run = descend(ravine, momentum, { steps: 5 });
  const figures = [curves(run), landscape(run)];
  const asked = await bundleOf(ask("momentum/crossing", figures[0], table({ x: 1 }), figures[1]));
  const stored = JSON.stringify({
    cells: [
      {
        id: "a",
        cell_type: "code",
        source: "",
        metadata: {},
        outputs: [{ output_type: "display_data", data: asked }],
      },
    ],
  });
  const pictures = (text: string): number => text.split("xmlns=").length - 1;
  expect(pictures(stored)).toBe(2);
  const [output] = readNotebook(stored).cells[0]!.outputs;
  const { reveal } = (output as unknown as { data: Record<string, { reveal: Record<string, unknown>[] }> })
    .data[SPECIFICATION]!;
  expect(reveal.slice(0, 3).map((bundle) => bundle[SVG])).toEqual([
    figures[0]!.svg,
    undefined,
    figures[1]!.svg,
  ]);
});
