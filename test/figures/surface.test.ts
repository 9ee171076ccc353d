import { expect, test } from "vitest";
import { objective, surface } from "fall-line/library";

test("a surface alone has no legend, and no room for one", () => {
  const { layout } = surface(objective("x*y"));
  expect(layout).toMatchObject({ showlegend: false, height: 480 + 8 });
});
