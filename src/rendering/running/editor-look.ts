import { EditorView } from "@codemirror/view";

/** The editor stands where the code stood, and looks as it did. */
export const editorLook = EditorView.theme({
  "&": { borderRadius: "6px", background: "var(--raised)", color: "var(--ink)" },
  "&.cm-focused": { outline: "2px solid var(--link)", outlineOffset: "0" },
  ".cm-scroller": { fontFamily: "var(--mono)", fontSize: "var(--code-size, 0.8125rem)", lineHeight: "1.55" },
  ".cm-content": { padding: "0.8em 0", caretColor: "var(--ink)" },
  ".cm-line": { padding: "0 1em" },
  ".cm-cursor": { borderLeft: "2px solid var(--ink)" },
  "& > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground":
    { background: "color-mix(in srgb, var(--link) 28%, transparent)" },
  "&.cm-focused .cm-matchingBracket": { background: "var(--sunken)", outline: "1px solid var(--edge)" },
  ".cm-tooltip": {
    border: "1px solid var(--rule)",
    borderRadius: "8px",
    background: "var(--paper)",
    color: "var(--ink)",
    boxShadow: "0 4px 16px rgb(0 0 0 / 0.18)",
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": {
    fontFamily: "var(--mono)",
    fontSize: "var(--code-size, 0.8125rem)",
    maxHeight: "16em",
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": {
    padding: "0.25em 0.8em 0.25em 0.4em",
    lineHeight: "1.5",
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]": {
    background: "var(--link)",
    color: "var(--paper)",
  },
  ".cm-completionMatchedText": { textDecoration: "none", fontWeight: "650" },
  ".fall-line-tip": {
    maxWidth: "min(44rem, 88vw)",
    maxHeight: "18em",
    margin: "0",
    padding: "0.6em 0.9em",
    overflow: "auto",
    fontFamily: "var(--mono)",
    fontSize: "var(--code-size, 0.8125rem)",
    lineHeight: "1.5",
    whiteSpace: "pre-wrap",
  },
});
