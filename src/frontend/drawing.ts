/** What draws: imported once a page, when its first figure comes. */
import { figureFromSpecification } from "../figures/specification.ts";
import type { Reveal } from "./cards/blocks.ts";
import { FeedbackCard } from "./cards/feedback-card.ts";
import { QuestionCard } from "./cards/question-card.ts";
import { isCard, isFeedback, readFeedback, readQuestion } from "./cards/read.ts";
import { revealWith } from "./cards/reveal.ts";
import { askStored } from "./cards/stored-questions.ts";
import { addCardStyle } from "./cards/style.ts";
import { cleanFigure, type PlainFigure } from "./clean.ts";
import type { Drawn } from "./drawn.ts";
import { explained } from "./explained.ts";
import { drawExplorer } from "./explorer/explorer.ts";
import { isWorked, readWorked } from "../trace/worked/specification.ts";
import { isExplorer } from "../mime.ts";
import { withSliders } from "./sliders.ts";
import { drawInTurn } from "./together.ts";
import { drawWorked } from "./worked.ts";

/** Whether something is drawn by plotly.js. */
export function isChart(data: unknown, isSpecification: boolean): boolean {
  return !isSpecification || !(isCard(data) || isWorked(data) || isExplorer(data));
}

/**
 * Draws a figure: Plotly's JSON, or a specification that is computed here and now.
 * @param reveal how a card draws what it reveals, where that is not as in a notebook
 * @param figureOf what a specification becomes that is drawn by plotly.js, where that is not as in a notebook
 * @throws InputError with a readable reason when it can't be drawn
 */
export async function draw(
  node: HTMLElement,
  data: unknown,
  isSpecification: boolean,
  reveal: Reveal = revealWith(draw),
  figureOf: (specification: unknown) => object = figureFromSpecification,
): Promise<Drawn> {
  try {
    if (!isSpecification) return await drawFigure(node, data, cleanFigure);
    if (isCard(data)) return drawCard(node, data, reveal);
    if (isWorked(data)) return drawWorked(node, readWorked(data));
    if (isExplorer(data)) {
      askStored(node);
      return await drawInTurn(node, data, () => drawExplorer(node, data));
    }
    return await drawFigure(node, data, (one) => cleanFigure(figureOf(one)), withSliders);
  } catch (error) {
    throw explained(error);
  }
}

/** A question with fields or buttons, or what was found about an answer; each with a hint, the solution and a fresh start. */
function drawCard(node: HTMLElement, data: unknown, reveal: Reveal): { remove(): void } {
  addCardStyle();
  return isFeedback(data)
    ? new FeedbackCard(node, readFeedback(data), reveal)
    : new QuestionCard(node, readQuestion(data), reveal);
}

/**
 * plotly.js is large: it comes with the first chart.
 * @param completed what a chart becomes that is computed here
 */
async function drawFigure(
  node: HTMLElement,
  data: unknown,
  figureOf: (data: unknown) => PlainFigure,
  completed: typeof withSliders = (_, { chart }) => chart,
): Promise<Drawn> {
  const { drawChart } = await import("./chart.ts");
  return drawInTurn(node, data, async (took) => {
    const figure = figureOf(data);
    const chart = await drawChart(node, figure, took);
    return completed(node, { chart, figure, specification: data, figureOf });
  });
}

export { isCard, type Reveal };
export { withhold } from "./explorer/withheld.ts";
