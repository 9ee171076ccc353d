import { LOOKS } from "../../exercises/feedback.ts";
import { numberText } from "../../math/numerals.ts";
import type { Assignment } from "../assignment.ts";
import { type Graded, type GradedOutcome, notGradedIn, type Row, type Shown } from "../grade.ts";
import { safe } from "./plain.ts";
import { type Ran, ranToHtml } from "./ran.ts";
import { gradesPage } from "./style.ts";
import { pointsOf, type Total } from "./totals.ts";

/**
 * A student's page: what they wrote, what it does, and no solution but where it may be seen.
 * @param ran their whole notebooks, where they were run
 */
export function studentPage(
  assignment: Assignment,
  graded: Graded,
  total: Total,
  most: number,
  ran: readonly Ran[] = [],
): string {
  const { student, rows, shown, notes } = graded;
  const facts = [
    `${numberText(total.points)} of ${numberText(most)} points${total.open > 0 ? " so far" : ""}`,
    ...(notGradedIn(graded).length === 0
      ? []
      : ["not all of it could be graded: your teacher sees to the rest"]),
    ...(total.toRead === 0 ? [] : [`${total.toRead} to be read by your teacher`]),
    ...(graded.extension === undefined ? [] : [`you had time until ${safe(graded.extension.until)}`]),
    ...(total.late ? ["handed in late"] : []),
  ];
  const main = `<p class="facts">${safe(assignment.title)}</p>
<h1>${safe(student)}</h1>
<p class="total">${facts.join(" · ")}</p>
${notes.length === 0 ? "" : `<ul class="notes">${notes.map((note) => `<li>${safe(note)}</li>`).join("")}</ul>`}
${rows.map((row, i) => exerciseToHtml(assignment, row, shown[i]!)).join("\n")}
${ran.map(ranToHtml).join("\n")}`;
  const title = `${student}: ${assignment.title}`;
  const head = `<meta name="student" content="${safe(student)}">\n`;
  return gradesPage({ title, command: "grade", head, style: OWN, main });
}

function exerciseToHtml(assignment: Assignment, row: Row, one: Shown): string {
  const { outcome, credit, exercise, override } = row;
  const points = pointsOf(assignment, exercise);
  const { sign } = LOOKS[outcome === "missing" ? "not written" : outcome === "not graded" ? "note" : outcome];
  const earned =
    credit === undefined
      ? outcome === "not graded"
        ? "not graded"
        : "to be read"
      : `${numberText(credit * points)} of ${numberText(points)}`;
  return `<article>
<h2>${safe(one.title)} <span class="soft">${earned}</span></h2>
<p class="soft">${safe(one.prompt)}</p>
${one.written === "" ? "" : `<pre>${safe(one.written)}</pre>`}
${override === undefined ? "" : decisionToHtml(override, earned, points)}
${one.headline === "" ? "" : `<p class="outcome ${kindOf(outcome)}"><span aria-hidden="true">${sign}</span> ${safe(one.headline)}</p>`}
${one.remarks.map((remark) => `<p>${safe(remark)}</p>`).join("\n")}
${one.solution === undefined ? "" : `<details><summary>One right answer</summary>${one.solution}</details>`}
</article>`;
}

function decisionToHtml(
  { reason, graded }: NonNullable<Row["override"]>,
  earned: string,
  points: number,
): string {
  const instead = graded === undefined ? "" : `, in place of ${numberText(graded * points)}`;
  return `<p class="outcome decided">Your teacher decided: ${earned}${instead}. ${safe(reason)}</p>`;
}

function kindOf(outcome: GradedOutcome): string {
  if (outcome === "right") return "right";
  return outcome === "crashed" || outcome === "took too long" ? "stopped" : "other";
}

const OWN = `
.total { font-size: 18px; }
.notes { padding-left: 1.2em; color: var(--problem); }
h2 .soft { font: 400 14px var(--sans); white-space: nowrap; }
.outcome { padding: 8px 14px; border-left: 4px solid var(--edge); border-radius: 4px; background: var(--note-ground); font-weight: 600; }
.outcome.right { border-color: var(--right); background: var(--right-ground); }
.outcome.decided { border-color: var(--link); }
.outcome.stopped { border-color: var(--problem); background: var(--problem-ground); }
.printed { background: none; border-left: 3px solid var(--rule); border-radius: 0; }
img { max-width: 100%; background: white; border-radius: 6px; }
summary { cursor: pointer; padding: 8px 0; }
`;
