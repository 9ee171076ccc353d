/** What is asked of a session, in one process: to load a compiler takes longer than what any of these ask of it. */
import "./requests.ts";
import "./values.ts";
import "./refused.ts";
import "./answers.ts";
import "./trials.ts";
