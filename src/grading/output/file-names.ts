/** A file name for each student: plain letters only, no two alike even where capitals do not count. */
export function fileNames(students: readonly string[]): string[] {
  const taken = new Set<string>();
  return students.map((student) => {
    const bare =
      student
        .normalize("NFKD")
        .replace(/[^A-Za-z0-9_-]+/g, "-")
        .replace(/^-+|-+$/g, "")
        .slice(0, 80) || "student";
    let name = bare;
    for (let i = 2; taken.has(name.toLowerCase()); i++) name = `${bare}-${i}`;
    taken.add(name.toLowerCase());
    return `${name}.html`;
  });
}
