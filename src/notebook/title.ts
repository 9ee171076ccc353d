/** How a lesson begins: its question, its place in the course, and below its opening what one learns and needs. */
import type { About } from "../about.ts";

/** The first cell as markdown. `number` is the lesson's. */
export function titleOf(about: About, number: string): string {
  const { title, question, short, minutes, optional, remark, slides } = about;
  const time = [`about ${minutes} minutes`, remark, optional === true ? "optional" : undefined]
    .filter((part) => part !== undefined)
    .join(", ");
  const facts = [
    `Lesson ${number}`,
    ...(question === undefined ? [] : [short]),
    ...(slides === undefined ? [] : [`${slidesOfDeck(slides)} of the deck`]),
    time,
  ];
  return `# ${question ?? title}\n\n*${facts.join(" · ")}*`;
}

/** The cell below the opening as markdown. `stops` counts the places to stop in the lesson. */
export function aimsOf({ learn, need }: About, stops: number): string {
  return [
    `**You will learn** ${learn}`,
    ...(need === undefined ? [] : [`**You need** ${need}`]),
    ...(stops === 0 ? [] : [placesToStop(stops)]),
  ].join("\n\n");
}

/** `slide 6`, `slides 7 to 9`. */
export function slidesOfDeck(slides: string): string {
  return `${/\D/.test(slides) ? "slides" : "slide"} ${slides}`;
}

function placesToStop(stops: number): string {
  if (stops === 1) return "One place to stop and come back is marked ■.";
  const count = ["Two", "Three", "Four"][stops - 2] ?? String(stops);
  return `${count} places to stop and come back are marked ■.`;
}
