import { counted } from "../../counted.ts";
import { escapeHtml } from "../../escape.ts";
import { capitalised } from "../../sentence.ts";
import { safe } from "../output/plain.ts";
import { gradesPage } from "../output/style.ts";
import type { VoteSummary } from "./votes.ts";
import type { Concerned, Decided, ExerciseSummary, Misunderstood, Summary, Topic } from "./summary.ts";

export interface ReportOptions {
  /** How headings are set: a declared typeface, or nothing. */
  readonly typefaces: string;
  /** The titles of lessons by the names in ids. */
  readonly lessons: ReadonlyMap<string, string>;
  /** Whether students are named. */
  readonly names: boolean;
  /** What was answered in rooms. */
  readonly votes?: readonly VoteSummary[];
}

/** The report as a page that needs nothing else, for the screen and for paper. */
export function reportPage(summary: Summary, options: ReportOptions): string {
  const { votes = [], typefaces } = options;
  const title = "What the class misunderstood";
  const main = `<h1>${title}</h1>
${summary.students === 0 ? "" : studentsToHtml(summary, options)}
${votes.length === 0 ? "" : votesToHtml(votes)}`;
  return gradesPage({ title, command: "report", typefaces, style: OWN, main });
}

function studentsToHtml(summary: Summary, options: ReportOptions): string {
  const { students, exercises, topics, notGraded, nothing, decided } = summary;
  const recalls = exercises.filter((one) => one.recalls !== undefined);
  const counting = exercises.filter((one) => one.recalls === undefined);
  const lessons = [...new Set(counting.map(({ lesson }) => lesson))];
  return `<p class="facts">${counted(students, "student")} · ${counted(counting.length, "exercise")} · ${options.names ? "with names" : "without names"}</p>
<section class="topics" aria-labelledby="topics"><h2 id="topics">To talk about next time</h2>
${topics.length === 0 ? "<p>Nothing was misunderstood by more than one student.</p>" : `<ol>${topics.map(topicToHtml).join("\n")}</ol>`}
</section>
${recalls.length === 0 ? "" : forgottenToHtml(recalls, options)}
${notGraded.length === 0 ? "" : notGradedToHtml(notGraded, options)}
${nothing.length === 0 ? "" : nothingToHtml(nothing, options)}
${decided.length === 0 ? "" : decidedToHtml(decided, options)}
<p class="legend">${LEGEND.map(([name, words]) => `<span><i class="${name}"></i>${words}</span>`).join("")}</p>
${lessons
  .map((lesson) =>
    lessonToHtml(
      lesson,
      counting.filter((one) => one.lesson === lesson),
      options,
    ),
  )
  .join("\n")}`;
}

/** What was answered before the class, each vote by itself. */
function votesToHtml(votes: readonly VoteSummary[]): string {
  const articles = votes.map(({ title, lesson, vote, lines, facts }) => {
    const all = lines.reduce((sum, { count }) => sum + count, 0);
    const rows = lines.map(({ words, count, isRight }) =>
      shareRow(`${safe(words)}${isRight ? " ✓" : ""}`, count, Math.max(1, all)),
    );
    const which = vote === 2 ? "second vote, after talking" : "first vote";
    return `<article><h3>${safe(title)}</h3>
<p class="soft">${[safe(lesson), which, ...facts.map(safe)].join(" · ")}</p>
${rows.length === 0 ? "" : `<table class="mistakes votes"><tbody>${rows.join("")}</tbody></table>`}</article>`;
  });
  return `<section><h2>In the room</h2>
${articles.join("\n")}
</section>`;
}

const LEGEND = [
  ["first", "right at first"],
  ["later", "right later"],
  ["open", "wrong, or guessed otherwise"],
  ["stopped", "did not run, or could not be read"],
] as const;

function topicToHtml({ words, students, open, exercise, kind }: Topic): string {
  const share = percent(students, exercise.tried);
  const since =
    open === students
      ? ", none of them right since"
      : open === 0
        ? ", all of them right since"
        : `, ${open} of them not right since`;
  const how = exercise.earns === "by being made" ? "guessed by " : "";
  const said = kind === "option" ? `“${safe(words)}”` : safe(capitalised(words));
  return `<li><p class="topic">${said}</p><p class="soft">${safe(exercise.title)} · ${how}${students} of ${exercise.tried} (${share})${exercise.again ? since : ""}</p></li>`;
}

/** What was asked again, what most had forgotten first. */
function forgottenToHtml(recalls: readonly ExerciseSummary[], { lessons }: ReportOptions): string {
  const lost = ({ tried, rightFirst }: ExerciseSummary): number => (tried === 0 ? 0 : 1 - rightFirst / tried);
  const items = [...recalls]
    .sort((a, b) => lost(b) - lost(a))
    .map(({ recalls: asked, lesson, ...one }) => {
      const [from, later] = [asked!.lesson, lesson].map((name) => safe(lessons.get(name) ?? name));
      const how = `${one.tried - one.rightFirst} of ${one.tried} (${percent(one.tried - one.rightFirst, one.tried)})`;
      return `<li><b>${safe(asked!.title)}</b>, of ${from}: not right at first by ${how}<p class="soft">asked again in ${later}: ${safe(one.title)}</p></li>`;
    });
  return `<section><h2>What was forgotten</h2>
<p>Later lessons ask again, with other numbers. No grade counts the answers.</p>
<ul>${items.join("\n")}</ul></section>`;
}

function notGradedToHtml(all: readonly Concerned[], { names }: ReportOptions): string {
  const items = all.map(({ exercise, students }) => {
    const what = exercise === "" ? "all that was handed in" : exercise;
    const whose = names ? `: ${students.map(safe).join(", ")}` : "";
    return `<li>${safe(what)}, of ${counted(students.length, "student")}${whose}</li>`;
  });
  return `<section><h2>Not graded</h2>
<p>This is no word on the answers: they are left for you to see to.</p>
<ul>${items.join("\n")}</ul></section>`;
}

function nothingToHtml(students: readonly string[], { names }: ReportOptions): string {
  const whose = names ? `: ${students.map(safe).join(", ")}` : "";
  return `<section><h2>Not handed in</h2>
<p>${counted(students.length, "student")} handed in nothing that could be graded${whose}.</p></section>`;
}

function decidedToHtml(all: readonly Decided[], { names }: ReportOptions): string {
  const items = all.map(({ exercise, each }) => {
    const what = exercise === "" ? "more time" : `a credit for ${safe(exercise)}`;
    const whose = each.map((one) => `<li>${safe(one.student)}: ${safe(one.what)}</li>`).join("");
    return `<li>${what}, for ${counted(each.length, "student")}${names ? `<ul>${whose}</ul>` : ""}</li>`;
  });
  return `<section><h2>Decided by the teacher</h2>
<p>This stands in the place of what was graded.</p>
<ul>${items.join("\n")}</ul></section>`;
}

function lessonToHtml(lesson: string, exercises: readonly ExerciseSummary[], options: ReportOptions): string {
  return `<section><h2>${safe(options.lessons.get(lesson) ?? lesson)}</h2>
${exercises.map((one) => exerciseToHtml(one, options)).join("\n")}
</section>`;
}

/** Mistakes that are listed of an exercise; the others are counted. */
const LISTED = 6;

function exerciseToHtml(one: ExerciseSummary, { names }: ReportOptions): string {
  const { title, tried, rightFirst, rightLater, stuck, notRun, misunderstood, earns } = one;
  const head = `<h3>${safe(title)}</h3>`;
  const without = [
    ...(one.notGraded > 0 ? [`${one.notGraded} not graded`] : []),
    ...(one.notHandedIn > 0 ? [`${one.notHandedIn} not handed in`] : []),
  ];
  if (tried === 0) return `<article>${head}<p class="soft">${without.join(" · ")}</p></article>`;
  if (earns === "by being read")
    return `<article>${head}<p class="soft">${[`${tried} answered in words`, ...without].join(" · ")}</p></article>`;
  const facts = [
    `${tried} tried`,
    `${rightFirst} right at first (${percent(rightFirst, tried)})`,
    ...(one.again ? [`${rightLater} right later`] : []),
    ...(earns === "by being made" ? [] : [`${stuck.length - notRun} wrong`]),
    ...(notRun > 0 ? [`${notRun} did not run`] : []),
    ...without,
  ];
  const rows = misunderstood.slice(0, LISTED).map((item) => rowToHtml(item, tried));
  const others = misunderstood.length - rows.length;
  const who = names && stuck.length > 0 ? `<p class="soft">Stuck: ${stuck.map(safe).join(", ")}.</p>` : "";
  return `<article>${head}
${bar(one, facts.join(", "))}
<p class="soft">${facts.join(" · ")}</p>
${rows.length === 0 ? "" : `<table class="mistakes"><tbody>${rows.join("")}</tbody></table>`}
${others > 0 ? `<p class="soft">and ${counted(others, "other")}, by fewer</p>` : ""}
${who}</article>`;
}

/** One bar: right at first, right later, wrong, did not run; each with an edge and a pattern of its own, and the words below. */
function bar({ rightFirst, rightLater, notRun, tried }: ExerciseSummary, alt: string): string {
  const parts = [
    ["first", rightFirst],
    ["later", rightLater],
    ["open", tried - rightFirst - rightLater - notRun],
    ["stopped", notRun],
  ] as const;
  const spans = parts
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `<i class="${name}" style="flex-grow:${count}"></i>`);
  return `<div class="bar" role="img" aria-label="${escapeHtml(alt)}">${spans.join("")}</div>`;
}

function rowToHtml({ kind, words, students }: Misunderstood, tried: number): string {
  return shareRow(kind === "option" ? `“${safe(words)}”` : safe(capitalised(words)), students, tried);
}

function shareRow(said: string, count: number, all: number): string {
  const width = ((100 * count) / all).toFixed(1);
  return `<tr><td class="share"><i style="width:${width}%"></i></td><td class="count">${count}</td><td class="percent">${percent(count, all)}</td><td>${said}</td></tr>`;
}

const percent = (part: number, whole: number): string => `${Math.round((100 * part) / whole)} %`;

const OWN = `
.topics { margin: 30px 0 18px; padding: 4px 24px 14px; border-radius: 12px; background: var(--note-ground); }
.topics h2 { margin: 18px 0 8px; }
.topics ol { margin: 0; padding-left: 1.3em; }
.topics li { margin: 10px 0; }
.topics li::marker { font: 620 18px var(--serif); color: var(--soft); }
.topic { margin: 0; font-weight: 600; }
.topics .soft { margin: 2px 0 0; }
.legend { display: flex; flex-wrap: wrap; gap: 6px 22px; color: var(--soft); font-size: 13px; }
.legend i { display: inline-block; width: 22px; height: 12px; margin-right: 7px; border-radius: 3px; vertical-align: -1px; }
article { margin: 18px 0 26px; }
.bar { display: flex; gap: 2px; height: 18px; margin: 6px 0; border-radius: 5px; overflow: hidden; }
.first { background: var(--right); }
.later { background: repeating-linear-gradient(135deg, var(--right) 0 3px, var(--right-ground) 3px 7px); }
.open { background: var(--sunken); box-shadow: inset 0 0 0 1.5px var(--edge); border-radius: 3px; }
.stopped { background: repeating-linear-gradient(45deg, var(--edge) 0 1.5px, transparent 1.5px 6px); box-shadow: inset 0 0 0 1.5px var(--edge); border-radius: 3px; }
.mistakes { width: 100%; margin-top: 8px; }
.mistakes td { padding: 5px 12px 5px 0; }
.mistakes .share { width: 130px; padding-top: 11px; }
.mistakes .share i { display: block; height: 9px; min-width: 2px; border-radius: 3px; background: var(--soft); }
.mistakes .count { width: 44px; text-align: right; font-weight: 600; }
.mistakes .percent { width: 64px; color: var(--soft); text-align: right; white-space: nowrap; }
@media (max-width: 560px) { .mistakes .share { width: 56px; } .topics { padding: 2px 16px 10px; } }
@media print { .bar, .legend i, .mistakes i { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
`;
