/** The large script of a deck: what draws figures. It is run when the first slide is on the screen. */
import { figureFromSpecification } from "../../figures/specification.ts";
import { growing } from "../../figures/growing.ts";
import { drawPicture } from "../../frontend/cards/picture.ts";
import { draw, isChart } from "../../frontend/drawing.ts";
import { DRAWING } from "./drawing-name.ts";

const drawing = { draw, drawPicture, figureFromSpecification, growing, isChart };

/** What draws, for the other script. */
export type Drawing = typeof drawing;

Object.assign(globalThis, { [DRAWING]: drawing });
