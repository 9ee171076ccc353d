import { afterAll, describe, expect, it } from "vitest";
import { workbench } from "./project.ts";

const shared = workbench();
afterAll(() => shared.end());

describe("fall-line start where there is no Python", () => {
  it("says so, and serves the lessons as pages that run their cells", async () => {
    const place = shared.project();
    const program = shared.fallLine(place, ["start", "--no-browser"], { PATH: shared.folder() });
    const [, url] = await program.says(/The lessons are at (http:\/\/127\.0\.0\.1:\d+\/)/);
    expect(program.output).toMatch(
      /Python was not found in any of the 1 folders of the PATH.*: the lessons open as pages/,
    );
    await program.says(/To have them in JupyterLab: Install it/);
    const lesson = await (await fetch(new URL("03-momentum.html", url))).text();
    expect(lesson).toContain("comes when you run them");
    expect((await fetch(new URL("assets/kernel.js", url))).status).toBe(200);
    expect((await fetch(new URL("../package.json", url))).status).toBe(404);
    // As a closed terminal does.
    program.kill("SIGHUP");
    expect(await program.ended).toBe(0);
    expect(program.output).toContain("no longer served");
  });
});
