/** The script of the editor: CodeMirror, as in JupyterLab, with what the kernel knows. */
import {
  acceptCompletion,
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  closeCompletion,
  type CompletionContext,
  completionKeymap,
  type CompletionResult,
  startCompletion,
} from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentLess, indentMore } from "@codemirror/commands";
import { typescriptLanguage } from "@codemirror/lang-javascript";
import {
  bracketMatching,
  HighlightStyle,
  indentOnInput,
  indentUnit,
  syntaxHighlighting,
} from "@codemirror/language";
import { Annotation, EditorState, Prec, StateEffect, StateField } from "@codemirror/state";
import {
  drawSelection,
  EditorView,
  highlightSpecialChars,
  hoverTooltip,
  keymap,
  showTooltip,
  type Tooltip,
} from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { EDITOR, type Editor, type EditorOptions } from "./editor-api.ts";
import { editorLook } from "./editor-look.ts";
import { el } from "./elements.ts";
import { print } from "./terminal.ts";

/** A change that comes from the page and not from the student. */
const fromPage = Annotation.define<boolean>();

/** The colours are those of code that is read. */
const COLOURS = HighlightStyle.define([
  { tag: [tags.keyword, tags.modifier, tags.self, tags.null, tags.bool], class: "hljs-keyword" },
  { tag: [tags.string, tags.regexp, tags.special(tags.string)], class: "hljs-string" },
  { tag: tags.number, class: "hljs-number" },
  { tag: tags.comment, class: "hljs-comment" },
  {
    tag: [tags.typeName, tags.className, tags.function(tags.variableName), tags.function(tags.propertyName)],
    class: "hljs-title",
  },
]);

function makeEditor(options: EditorOptions): Editor {
  const view = new EditorView({
    parent: options.parent,
    state: EditorState.create({ doc: options.text, extensions: extensionsFor(options) }),
  });
  return {
    get text() {
      return view.state.doc.toString();
    },
    setText(text) {
      const changes = { from: 0, to: view.state.doc.length, insert: text };
      view.dispatch({ changes, annotations: fromPage.of(true) });
    },
    focus(offset = view.state.selection.main.head) {
      view.dispatch({ selection: { anchor: Math.min(offset, view.state.doc.length) } });
      view.focus();
    },
  };
}

function extensionsFor(options: EditorOptions) {
  const run =
    (goOn: boolean) =>
    (view: EditorView): boolean => {
      closeCompletion(view);
      options.run(goOn);
      return true;
    };
  return [
    Prec.highest(
      keymap.of([
        { key: "Shift-Enter", run: run(true) },
        { key: "Mod-Enter", run: run(false) },
        { key: "Ctrl-Enter", run: run(false) },
        { key: "Tab", run: acceptCompletion },
        { key: "Tab", run: completeOrIndent, shift: (view) => explain(view, options) || indentLess(view) },
      ]),
    ),
    keymap.of([...closeBracketsKeymap, ...completionKeymap, ...historyKeymap, ...defaultKeymap]),
    history(),
    drawSelection(),
    highlightSpecialChars(),
    indentOnInput(),
    bracketMatching(),
    closeBrackets(),
    indentUnit.of("  "),
    typescriptLanguage,
    syntaxHighlighting(COLOURS),
    autocompletion({ override: [(context) => completions(context, options)], icons: true }),
    explanation,
    hoverTooltip(async (view, at) => {
      const text = await options.inspect(view.state.doc.toString(), at);
      return text === undefined ? null : tooltip(at, text);
    }),
    EditorView.contentAttributes.of({
      "aria-label": `${options.label}. Escape, then Tab leaves the editor`,
      autocapitalize: "off",
      autocorrect: "off",
      spellcheck: "false",
    }),
    EditorView.updateListener.of(({ docChanged, transactions, state }) => {
      if (docChanged && !transactions.some((one) => one.annotation(fromPage)))
        options.changed(state.doc.toString());
    }),
    editorLook,
  ];
}

/** Tab completes a word that has begun, as in Jupyter; elsewhere it indents. Escape, then Tab leaves the editor. */
function completeOrIndent(view: EditorView): boolean {
  const { state } = view;
  const { head, empty } = state.selection.main;
  const before = state.sliceDoc(Math.max(0, head - 1), head);
  if (empty && /[\w.$"']/.test(before)) return startCompletion(view);
  return indentMore(view);
}

/** What kinds of names are called by the list's icons. */
const ICONS: Readonly<Record<string, string>> = { instance: "variable", module: "namespace" };

async function completions(
  context: CompletionContext,
  { complete }: EditorOptions,
): Promise<CompletionResult | null> {
  const { state, pos, explicit } = context;
  if (!explicit && context.matchBefore(/[\w$]{2,}|\./) === null) return null;
  const found = await complete(state.doc.toString(), pos, explicit);
  if (found === undefined || found.matches.length === 0 || context.aborted) return null;
  const options = found.matches.map((label, i) => {
    const kind = found.kinds[i] ?? "text";
    return { label, type: ICONS[kind] ?? kind, boost: -i / 10 };
  });
  return { from: found.start, to: found.end, options, validFor: /^[\w$]*$/ };
}

const setExplanation = StateEffect.define<Tooltip | null>();

/** What Shift+Tab has asked for stands until something is typed. */
const explanation = StateField.define<Tooltip | null>({
  create: () => null,
  update(shown, transaction) {
    for (const effect of transaction.effects) if (effect.is(setExplanation)) return effect.value;
    return transaction.docChanged || transaction.selection ? null : shown;
  },
  provide: (field) => showTooltip.from(field),
});

function explain(view: EditorView, { inspect }: EditorOptions): boolean {
  const { head, empty } = view.state.selection.main;
  if (!empty || !/[\w.$(]/.test(view.state.sliceDoc(Math.max(0, head - 1), head))) return false;
  void inspect(view.state.doc.toString(), head).then((text) => {
    view.dispatch({ effects: setExplanation.of(text === undefined ? null : tooltip(head, text)) });
  });
  return true;
}

function tooltip(pos: number, text: string): Tooltip {
  const dom = el("pre", { class: "fall-line-tip" });
  print(dom, text);
  return { pos, above: true, create: () => ({ dom }) };
}

Object.assign(window, { [EDITOR]: makeEditor });
