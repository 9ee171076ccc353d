/**
 * What is asked of a session, and what is tried in a notebook and in grading, in one process: to load a compiler takes longer
 * than what any of these ask of it.
 */
import "./requests.ts";
import "./values.ts";
import "./refused.ts";
import "./answers.ts";
import "../../../grading/forms-both-ways.ts";
import "../../../grading/offered.ts";
import "./trials.ts";
