import { mean } from "mathjs";
import { expect, test } from "vitest";
import { descend, miniBatch, network } from "fall-line";
import { bestOf, entrants, searched, settingsOf, tasks } from "../../lessons/10-in-practice/experiment.ts";

test("the ends of the grid are far worse, on any machine: a start's last digits change nothing that is shown", () => {
  for (const entrant of entrants.slice(0, 6)) {
    const { rule, title } = entrant;
    const best = bestOf(searched("flowers", entrant, 200)).loss;
    const ends = { 0.0003: settingsOf(entrant).slice(0, 5), 10: settingsOf(entrant).slice(-5) };
    const end = (rate: keyof typeof ends, moved: number) => {
      const losses = ends[rate].map((hyper) =>
        mean(
          [1, 2, 3].map((seed) => {
            const [training, onValidation] = tasks.flowers.data.map((part) =>
              network(part, { hidden: [6], seed }),
            );
            const start = training!.start.map((x, i) => x + (i % 2 === 0 ? moved : -moved));
            const on = miniBatch(training!, { size: 10, seed });
            const run = descend(on, rule, { start, steps: 200, hyper, record: "none" });
            return run.stop.reason === "diverged" ? Infinity : onValidation!.value(run.end.w);
          }),
        ),
      );
      return Math.min(...losses);
    };
    for (const moved of [0, 1e-13, 1e-12]) {
      expect(end(10, moved) / best, title).toBeGreaterThan(11);
      expect(Math.abs(end(0.0003, moved) - end(0.0003, 0))).toBeLessThan(1e-9);
      expect(end(0.0003, 0) / best).toBeGreaterThan(2.8);
    }
  }
});
