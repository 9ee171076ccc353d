/** What is tried in a notebook and in grading, in one process: both take longer to begin than any of these. */
import "./forms-both-ways.ts";
import "./offered.ts";
