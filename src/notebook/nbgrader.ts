/** nbgrader's cell metadata, schema version 3. */
import { createHash } from "node:crypto";

/** What nbgrader keeps about a cell. */
export interface NbgraderMetadata {
  readonly schema_version: 3;
  readonly grade_id: string;
  readonly grade: boolean;
  readonly solution: boolean;
  readonly locked: boolean;
  readonly task: boolean;
  readonly cell_type: "code" | "markdown";
  readonly checksum: string;
  readonly points?: number;
}

/** A cell that the student writes. */
export function answerCell(gradeId: string, source: string): NbgraderMetadata {
  return metadata({ gradeId, source, grade: false, solution: true });
}

/** A cell that checks an answer, worth some points. */
export function checkCell(gradeId: string, source: string, points: number): NbgraderMetadata {
  return metadata({ gradeId, source, grade: true, solution: false, points });
}

/** A cell that the student writes and the teacher marks. */
export function markedCell(gradeId: string, source: string, points: number): NbgraderMetadata {
  return metadata({ gradeId, source, grade: true, solution: true, points });
}

interface GradedCell {
  readonly gradeId: string;
  readonly source: string;
  readonly grade: boolean;
  readonly solution: boolean;
  readonly points?: number;
}

function metadata({ gradeId, source, grade, solution, points }: GradedCell): NbgraderMetadata {
  const locked = grade && !solution;
  const signed = [source, "code", python(grade), python(solution), python(locked), gradeId];
  if (points !== undefined) signed.push(python(points));
  return {
    schema_version: 3,
    grade_id: gradeId,
    grade,
    solution,
    locked,
    task: false,
    cell_type: "code",
    checksum: createHash("md5").update(signed.join("")).digest("hex"),
    ...(points !== undefined && { points }),
  };
}

/** A value as Python prints it: the checksum is taken over that spelling. */
function python(value: boolean | number): string {
  if (typeof value === "boolean") return value ? "True" : "False";
  return Number.isInteger(value) ? `${value}.0` : `${value}`;
}
