import { afterEach, expect, test } from "vitest";
import { ranToHtml, shownOf } from "../../src/grading/output/ran.ts";
import { needBubblewrap } from "../../src/grading/contained.ts";

const { PATH } = process.env;
afterEach(() => {
  process.env["PATH"] = PATH;
});

test("where nothing can hold a student's program it is not run, and the cure is named", async () => {
  process.env["PATH"] = "";
  await expect(needBubblewrap()).rejects.toMatchObject({
    message: "--whole-notebook runs what students wrote, and needs bubblewrap (bwrap, on Linux) to hold it",
    cure: expect.stringContaining("apt install bubblewrap") as string,
  });
});

test("what a notebook shows is told in words and pictures that cannot act", () => {
  const shown = (data: Record<string, string>) =>
    ranToHtml({
      name: "free<b>",
      cells: [{ source: "1 < 2", shown: [shownOf({ output_type: "display_data", data })] }],
    });
  expect(shown({ "text/plain": "<script>alert(1)</script>" })).toContain("&lt;script&gt;alert(1)");
  expect(shown({ "text/plain": "<script>" })).toContain("<h2>free&lt;b&gt;, the whole notebook");
  expect(shown({ "text/html": "<meta http-equiv=refresh>" })).not.toContain("meta");
  const svg = shown({ "image/svg+xml": `<svg onload="alert(1)"/>`, "text/plain": "a ball" });
  expect(svg).toContain(`<img src="data:image/svg+xml,%3Csvg onload`);
  expect(svg).toContain(`alt="a ball"`);
  expect(shown({ "image/png": `aGk="><script>` })).not.toContain("<script>");
});
