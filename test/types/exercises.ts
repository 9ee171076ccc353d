/** What the compiler knows of exercises: checked by `tsc`, never run. Each marked line must be a type error. */
import { ask, check, hint } from "fall-line";

check("momentum/crossing", { x: 1, step: 4 });
check("momentum/truth", "c");
check("momentum/truth", "?");
check("momentum/tuned", { lambda: 1, alpha: 0.4 });
check("momentum/friend", "in words");
check("momentum/rule", () => undefined);
/* oxlint-disable-next-line typescript/no-unsafe-return, typescript/no-unsafe-call, typescript/no-unsafe-member-access --
   inside the call parameters are of any type */
check("momentum/rule", ({ w, m }, { alpha }) => [w.map((x: number) => x), m, alpha]);
check("momentum/rule", ({ w }: { w: number[] }) => ({ w }));
ask("momentum/crossing", "what it reveals", 3);
// The ids of before are in notebooks that students have.
check("decay/halving", { steps: 14 });
hint("newton/rule");

// @ts-expect-error there is no such exercise
check("momentum/nothing", 1);
// @ts-expect-error nor a hint for it
hint("momentum/nothing");
// @ts-expect-error no field y is asked for
check("momentum/crossing", { x: 1, y: 4 });
// @ts-expect-error there is no option e
check("momentum/truth", "e");
// @ts-expect-error momentum has no eta
check("momentum/tuned", { lambda: 1, eta: 0.4 });
// @ts-expect-error an explanation is a text
check("momentum/friend", 3);
// @ts-expect-error a rule is not answered on a card
ask("momentum/rule");
