/** The script of a page that is read: figures, explorers and cards are live. */
import { bringToLife } from "./lesson.ts";

bringToLife();
