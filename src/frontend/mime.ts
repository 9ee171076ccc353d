import type { LuminoWidgetClass, MimeExtension, MimeModel, MimeRenderer } from "./jupyter.ts";
import type { Drawn } from "./drawn.ts";
import { isExplorer, PLOTLY, SPECIFICATION } from "../mime.ts";
import { showError } from "./error.ts";
import { heightOf, roomToPlay } from "./reserved-height.ts";
import { whenShown } from "./shown.ts";
import { showStill, stillIn } from "./still.ts";
import { nextPicture } from "./turn.ts";

/**
 * Below HTML (50) and pictures (80 and more), so that the live figure wins over its still picture. A specification is
 * the whole figure; the Plotly part beside it may be a smaller one.
 */
const RANK: Readonly<Record<string, number>> = { [SPECIFICATION]: 0, [PLOTLY]: 1 };

/** Loads what draws figures; the same promise each time. */
export type LoadDrawing = () => Promise<typeof import("./drawing.ts")>;

/** Renderers for Plotly figures and for figures that are computed in the page. Both are safe: no markup, no code. */
export function mimeExtensions(Widget: LuminoWidgetClass, load: LoadDrawing): MimeExtension[] {
  const FigureWidget = figureWidget(Widget, load);
  return [
    { mimeType: PLOTLY, name: "plotly" },
    { mimeType: SPECIFICATION, name: "specification" },
  ].map(({ mimeType, name }) => ({
    id: `fall-line:${name}`,
    rank: RANK[mimeType]!,
    dataType: "json",
    rendererFactory: {
      safe: true,
      mimeTypes: [mimeType],
      createRenderer: (options) => new FigureWidget(options.mimeType),
    },
  }));
}

type FigureWidgetClass = new (mimeType: string) => MimeRenderer;

function figureWidget(Widget: LuminoWidgetClass, load: LoadDrawing): FigureWidgetClass {
  return class FigureWidget extends Widget implements MimeRenderer {
    readonly #mimeType: string;
    #drawn: Drawn | undefined;
    #latest: MimeModel | undefined;

    constructor(mimeType: string) {
      super();
      this.#mimeType = mimeType;
      this.addClass("fall-line-figure");
    }

    /**
     * Draws the output, or draws it anew when it has changed. It settles at once: the still picture is there, and the live
     * figure comes when it is seen.
     */
    renderModel(model: MimeModel): Promise<void> {
      this.#latest = model;
      if (this.node.childElementCount === 0) {
        if (!isExplorer(model.data[SPECIFICATION])) showStill(this.node, model.data);
        this.#keepRoom(model.data[this.#mimeType]);
      }
      void this.#draw(model);
      return Promise.resolve();
    }

    async #draw(model: MimeModel): Promise<void> {
      const data = model.data[this.#mimeType];
      const still = stillIn(this.node);
      try {
        await nextPicture();
        const { draw } = await load();
        await whenShown(this.node);
        if (model !== this.#latest) return;
        this.#drawn?.remove();
        this.node.replaceChildren(...(still === null ? [] : [still]));
        this.#drawn = await draw(this.node, data, this.#mimeType === SPECIFICATION);
        if (this.isDisposed) this.#drawn.remove();
        still?.remove();
      } catch (error) {
        showError(this.node, error);
      }
      this.node.style.minHeight = this.node.style.paddingBottom = "";
    }

    /** What has no still picture yet takes about the room that it will have; what will play, that of its bar. */
    #keepRoom(data: unknown): void {
      if (this.node.childElementCount > 0) this.node.style.paddingBottom = `${roomToPlay(data)}px`;
      else this.node.style.minHeight = `${heightOf(data, this.node.clientWidth)}px`;
    }

    override dispose(): void {
      this.#drawn?.remove();
      super.dispose();
    }
  };
}
