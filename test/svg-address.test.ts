import { expect, test } from "vitest";
import { svgAddress, svgAt } from "../src/svg-address.ts";

test("an SVG in an address is the SVG again, and can stand in an attribute", () => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg"><title>50 % &amp; #1\n'a'</title></svg>`;
  const address = svgAddress(svg);
  expect(address).not.toMatch(/["<>&#\n]/);
  expect(svgAt(address)).toBe(svg);
});
