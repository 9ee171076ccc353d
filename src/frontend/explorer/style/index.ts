import { schemeRules, tokenRules } from "../../../tokens.ts";
import { CONTROLS } from "./controls.ts";
import { LAYOUT, ON_PAPER } from "./layout.ts";
import { PICTURES } from "./pictures.ts";
import { RULES } from "./rules.ts";
import { SETTINGS } from "./settings.ts";
import { SLIDERS } from "./sliders.ts";
import { STEP } from "./step.ts";
import { TRANSPORT } from "./transport.ts";

const ROOT = ".fall-line-explorer";

/** How the explorer looks. Colours are those of the page's theme; a rule's own lie in --hue and --hue-text. */
export const EXPLORER_STYLE = `
${schemeRules(ROOT)}
${ROOT} {
${tokenRules()}
${LAYOUT}
${PICTURES}
${TRANSPORT}
${CONTROLS}
${SLIDERS}
${RULES}
${SETTINGS}
${STEP}
${ON_PAPER}
}`;
