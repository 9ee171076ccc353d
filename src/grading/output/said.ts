import { counted } from "../../counted.ts";
import { type Graded, notGradedIn } from "../grade.ts";
import { plainLine } from "./plain.ts";
import { isToRead } from "./totals.ts";

/** What `grade` says when it has written its files: what was noted, what is left to the teacher, and how sure it is. */
export function saidOf(all: readonly Graded[], overrides: string, misfits: readonly string[]): string[] {
  return [
    ...all.flatMap((one) => (one.isBroken === true ? [] : notesOf(one))),
    ...misfits.map((misfit) => `${overrides}, ${plainLine(misfit)}`),
    ...leftOver(all, overrides),
    surenessOf(all),
  ];
}

/** Notes on one submission that are printed; the table has more of them. */
const MOST_NOTES = 5;

function notesOf({ student, notes }: Graded): string[] {
  const more = notes.length - MOST_NOTES;
  const printed = notes.slice(0, MOST_NOTES).map((note) => plainLine(note));
  return [...printed, ...(more > 0 ? [`and ${more} more, in the table`] : [])].map(
    (note) => `${plainLine(student, 60)}: ${note}`,
  );
}

/** What could not be graded and is left to the teacher, in lines of a terminal. */
function leftOver(all: readonly Graded[], overrides: string): string[] {
  const lines = all.flatMap((one) =>
    notGradedIn(one).map(
      ({ exercise = "nothing could be read or graded", reason }) =>
        `  ${plainLine(one.student, 60)}: ${exercise}: ${plainLine(reason)}`,
    ),
  );
  return lines.length === 0
    ? []
    : [
        `Not graded, and with no total until you have seen to it (the same command tries again; else write a credit into ${overrides}):`,
        ...lines,
      ];
}

/** How many grades are certain, and what the others wait for. */
function surenessOf(all: readonly Graded[]): string {
  const rows = all.flatMap((one) => one.rows.map((row) => ({ ...row, unread: (one.unread ?? 0) > 0 })));
  const decided = rows.filter(({ override }) => override !== undefined).length;
  const toRead = rows.filter(isToRead).length;
  const notGraded = all.flatMap(notGradedIn).length;
  const nothing = all.filter((one) => one.rows.length === 0 && one.isBroken !== true).length;
  const doubtful =
    rows.filter(({ unread, outcome, override }) => unread && outcome === "missing" && override === undefined)
      .length +
    all.filter((one) => one.rows.length === 0 && (one.unread ?? 0) > 0 && one.isBroken !== true).length;
  const broken = all.filter(({ isBroken }) => isBroken === true).length;
  const most = rows.length + nothing + broken;
  const sure = most - toRead - notGraded - doubtful;
  const open = [
    ...(notGraded > 0 ? [`${notGraded} not graded`] : []),
    ...(toRead > 0 ? [`${toRead} to be read by you`] : []),
    ...(doubtful > 0 ? [`${doubtful} missing where a file could not be read`] : []),
  ];
  const yours = decided === 0 ? "" : ` (${decided} of them given by you)`;
  return sure === most
    ? `Sure of ${most === 1 ? "the one grade" : `all ${most} grades`}${yours}.`
    : `Sure of ${sure} of ${counted(most, "grade")}${yours}; ${open.join(", ")}.`;
}
