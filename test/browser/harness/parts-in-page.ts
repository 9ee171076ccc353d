/** Runs in a bare page: the parts of the front end and of pages, each by itself, for tests that put them together. */
import type { Reveal } from "../../../src/frontend/cards/blocks.ts";
import { CARD_KINDS } from "../../../src/frontend/cards/kinds/index.ts";
import type { KindOnPage } from "../../../src/frontend/cards/kinds/kind.ts";
import { QuestionCard as CardOfQuestion } from "../../../src/frontend/cards/question-card.ts";
import type { ReadQuestion } from "../../../src/frontend/cards/read.ts";
export { Announcer } from "../../../src/frontend/explorer/announcer.ts";
export { CurveView } from "../../../src/frontend/explorer/curve.ts";
export { html } from "../../../src/frontend/elements.ts";
export { Menu } from "../../../src/frontend/explorer/menu.ts";
export { Model } from "../../../src/frontend/explorer/model.ts";
export { NumberField } from "../../../src/frontend/explorer/number-field.ts";
export { Chips } from "../../../src/frontend/explorer/chips.ts";
export { RuleNumbers } from "../../../src/frontend/explorer/rule-numbers.ts";
export { Standings } from "../../../src/frontend/explorer/standings.ts";
export { lightArrows } from "../../../src/frontend/explorer/arrow-light.ts";
export { settingSentence } from "../../../src/frontend/explorer/sentence.ts";
export { Slider } from "../../../src/frontend/explorer/slider.ts";
export { StartHandle } from "../../../src/frontend/explorer/start-handle.ts";
export { Transport } from "../../../src/frontend/explorer/transport.ts";
export { exitWords } from "../../../src/frontend/explorer/exit-words.ts";
export { PathView, pathTarget } from "../../../src/frontend/explorer/path-view.ts";
export { resetButton } from "../../../src/frontend/explorer/undo.ts";
export * as library from "../../../src/index.ts";
export { InputError } from "../../../src/errors.ts";
export { Bar } from "../../../src/rendering/running/bar.ts";
export { noteRunning, takeBroken } from "../../../src/rendering/running/broken.ts";
export { formatOf, showBundle } from "../../../src/rendering/running/bundle.ts";
export { Drafts } from "../../../src/pages/workbook/drafts.ts";
export { besideDraft, besideEarlier, showBeside } from "../../../src/pages/workbook/earlier.ts";
export { pageLife } from "../../../src/pages/page/live.ts";
export { noteLate, takeLate } from "../../../src/pages/workbook/late.ts";
export { WorkCell } from "../../../src/rendering/running/cell.ts";
export { CodeBox } from "../../../src/rendering/running/code-box.ts";
export { Keeping } from "../../../src/pages/workbook/keeping.ts";
/** The script of a lesson begins to work in the page when it is loaded. */
export const loadWorkbook = () => import("../../../src/pages/workbook/main.ts");
export { loadKernel } from "../../../src/rendering/running/loader.ts";
export { PageProgress } from "../../../src/rendering/running/progress.ts";
export { WorkDialog, WorkPanel } from "../../../src/pages/workbook/work-dialog.ts";
export { Database, done } from "../../../src/kernel/browser/page/database.ts";
export { DatabaseProgress } from "../../../src/kernel/browser/page/progress-store.ts";
import "../../../src/rendering/running/editor.ts";
export { Outputs } from "../../../src/rendering/running/outputs.ts";
export { print } from "../../../src/rendering/running/terminal.ts";
export { FakeNotebook } from "./fake-notebook.ts";
export { showBlocks } from "../../../src/frontend/cards/blocks.ts";
export { FeedbackCard } from "../../../src/frontend/cards/feedback-card.ts";
export { revealWith } from "../../../src/frontend/cards/reveal.ts";
export { askStored, cardIsDrawn } from "../../../src/frontend/cards/stored-questions.ts";
export { fitAll, fitSlide } from "../../../src/presenting/page/fit.ts";
export { drawLeaders } from "../../../src/presenting/page/leaders.ts";
export { previewOf } from "../../../src/presenting/page/preview.ts";
/** Charts begin to guard the page when they are loaded. */
export const loadCharts = () => import("../../../src/frontend/chart.ts");
export { checkTime, giveTime } from "../../../src/frontend/guard.ts";
export { draw, isChart } from "../../../src/frontend/drawing.ts";
export { FormulaField } from "../../../src/frontend/explorer/formula-field.ts";
export { Frame } from "../../../src/frontend/explorer/frame.ts";
export { Magnifier } from "../../../src/frontend/explorer/magnifier.ts";
export { MapView } from "../../../src/frontend/explorer/map.ts";
export { shareMenu } from "../../../src/frontend/explorer/share.ts";
export { StepPanel } from "../../../src/frontend/explorer/step-panel.ts";
export { surfaceMenu } from "../../../src/frontend/explorer/surface-menu.ts";
export { isWithheld, watchWithheld, withhold } from "../../../src/frontend/explorer/withheld.ts";
export { ReliefCanvas } from "../../../src/frontend/explorer/relief-canvas.ts";
export { playable } from "../../../src/frontend/film.ts";
export { widthOf } from "../../../src/frontend/measure.ts";
export { mimeExtensions } from "../../../src/frontend/mime.ts";
export { withRelief } from "../../../src/frontend/relief-layer.ts";
export { isOnPaper, watchSize, whenShown } from "../../../src/frontend/shown.ts";
export { isDark, themed, themeName, watchTheme } from "../../../src/frontend/theme.ts";
export { watchUncaught } from "../../../src/frontend/uncaught.ts";
export { default as fakePlotly, asked } from "./fake-plotly.ts";
export { modelOf } from "./ravine-model.ts";
export { FakeWidget } from "./fake-widget.ts";

/** Draws on what a canvas shows, and reads it. */
export function penOn(shown: HTMLCanvasElement): CanvasRenderingContext2D {
  const { width, height } = shown;
  const pen = Object.assign(document.createElement("canvas"), { width, height }).getContext("2d")!;
  pen.drawImage(shown, 0, 0);
  return pen;
}

/** A question that was read before: of its kind only the name is written down in a test. */
export class QuestionCard extends CardOfQuestion {
  constructor(node: HTMLElement, card: Omit<ReadQuestion, "kind">, reveal: Reveal) {
    super(node, { ...card, kind: CARD_KINDS[card.exercise.kind] as unknown as KindOnPage }, reveal);
  }
}
