/** What is said of cells that are compiled and not run, in one process; the first of these begin with no names. */
import "./errors/rejected.ts";
import "./notes/notes.ts";
