import { withoutClock } from "../exercises/without-clock.ts";

withoutClock();
