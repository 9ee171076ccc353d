/** The little that the extension uses of JupyterLab's and Notebook's own modules. */

/** A widget of Lumino, the toolkit of JupyterLab. */
export interface LuminoWidget {
  readonly node: HTMLElement;
  readonly isDisposed: boolean;
  addClass(name: string): void;
  dispose(): void;
}

export type LuminoWidgetClass = new () => LuminoWidget;

/** An output as JupyterLab hands it to a renderer. */
export interface MimeModel {
  readonly data: Readonly<Record<string, unknown>>;
}

export interface MimeRenderer extends LuminoWidget {
  renderModel(model: MimeModel): Promise<void>;
}

/** What a MIME extension exports: one for each group of MIME types. */
export interface MimeExtension {
  readonly id: string;
  readonly rank: number;
  readonly dataType: "json";
  readonly rendererFactory: {
    /** Whether outputs of an untrusted notebook are drawn too. */
    readonly safe: boolean;
    readonly mimeTypes: readonly string[];
    createRenderer(options: { readonly mimeType: string }): MimeRenderer;
  };
}

type SharedModule = Readonly<{ loaded?: unknown; get: () => Promise<() => unknown> }>;

/** The modules that the page's extensions share, by name and version. */
export type SharedScope = Readonly<Record<string, Readonly<Record<string, SharedModule>> | undefined>>;

/** The page's own copy of a shared module. */
export async function sharedModule(scope: SharedScope, name: string): Promise<unknown> {
  const versions = Object.values(scope[name] ?? {});
  const chosen = versions.find(({ loaded }) => Boolean(loaded)) ?? versions[0];
  if (chosen === undefined) throw new Error(`this page does not share ${name}`);
  return (await chosen.get())();
}
