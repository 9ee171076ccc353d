/** What a lesson says of itself: its first cell is made from it, and its place on the map of the course. */
export interface About {
  /** Its heading: `Momentum: a heavy ball`. */
  readonly title: string;
  /** What its opening figure makes one ask, its heading in place of the title: `Why does the ball crawl?` */
  readonly question?: string;
  /** The same where there is little room: `Momentum`. */
  readonly short: string;
  /** How long it takes a reader. */
  readonly minutes: number;
  /** What there is to say about that time: `or 10 if you know TypeScript`. */
  readonly remark?: string;
  /** The deck's slides that it is about: `6`, `7 to 9`. */
  readonly slides?: string;
  /** Goes on from "You will learn": markdown. */
  readonly learn: string;
  /** Goes on from "You need": markdown. The lessons that it links to (`02-gradient-descent.ipynb`) are built on. */
  readonly need?: string;
  /** Whether the course is complete without it: it counts in no total. */
  readonly optional?: boolean;
  /** The rule whose colour it wears, where it is about one: `momentum`. */
  readonly rule?: string;
}
