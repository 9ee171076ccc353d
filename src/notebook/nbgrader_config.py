"""nbgrader 0.9 for the lessons of fall-line. Written by `npx fall-line notebooks --nbgrader`; change it as you like.

`nbgrader autograde` runs students' code with your rights: they can read and change what you can. Run it in an account or a
container of its own, or grade with `npx fall-line grade`, which does not run it outside of a sandbox.
"""

import re

from nbgrader.preprocessors import (
    CheckCellMetadata,
    ClearHiddenTests,
    ClearMarkScheme,
    ClearSolutions,
    ComputeChecksums,
    IncludeHeaderFooter,
    LockCells,
    SaveCells,
)

c = get_config()  # noqa: F821


class KeepStubs(ClearSolutions):
    """Puts in the place of an answer what stands behind its marker: `// BEGIN SOLUTION return NaN;`."""

    def _replace_solution_region(self, cell, language):
        kept, inside, found = [], False, False
        for line in cell.source.split("\n"):
            begin = re.match(r"^(\s*)// BEGIN SOLUTION(?: (.+))?$", line)
            if begin:
                inside = found = True
                indent, stub = begin.group(1), begin.group(2) or 'throw new Error("not written yet");'
                kept += [f"{indent}// your answer here", f"{indent}{stub}"]
            elif re.match(r"^\s*// END SOLUTION$", line):
                inside = False
            elif not inside:
                kept.append(line)
        if inside:
            raise RuntimeError("BEGIN SOLUTION without an END SOLUTION")
        cell.source = "\n".join(kept)
        return found


# Outputs are kept: the cards of questions and the opening figure are stored in the notebooks.
c.GenerateAssignment.preprocessors = [
    IncludeHeaderFooter,
    KeepStubs,
    LockCells,
    ComputeChecksums,
    SaveCells,
    CheckCellMetadata,
    ClearHiddenTests,
    ClearMarkScheme,
    ComputeChecksums,
    SaveCells,
    CheckCellMetadata,
]
c.ClearSolutions.code_stub = {"typescript": 'throw new Error("not written yet");'}
c.ExecutePreprocessor.timeout = 60
c.ExecutePreprocessor.interrupt_on_timeout = True
