/** What an exercise of each kind holds beside title, prompt and hints; its texts are empty, so that it can't be proven yet. */
export const KINDS: Readonly<
  Record<string, { readonly parts: string; readonly imports?: readonly string[] }>
> = {
  predict: { parts: 'fields: { x: { label: "x", answer: 0, within: 0.1 } },\n    because: "",' },
  foresee: { parts: 'options: { a: { text: "", reason: "", right: true }, b: { text: "", reason: "" } },' },
  choose: { parts: 'options: { a: { text: "", reason: "", right: true }, b: { text: "", reason: "" } },' },
  write: {
    parts: "rule: momentum,\n    solution: () => notWrittenYet(),",
    imports: ["momentum", "notWrittenYet"],
  },
  formula: {
    parts: 'formula: "2*x",\n    arguments: { x: { from: 0, to: 1 } },\n    solution: () => notWrittenYet(),',
    imports: ["notWrittenYet"],
  },
  findTheBug: {
    parts:
      'rule: momentum,\n    given: () => notWrittenYet(),\n    solution: () => notWrittenYet(),\n    because: "",',
    imports: ["momentum", "notWrittenYet"],
  },
  tune: {
    parts:
      'rule: momentum,\n    on: ravine,\n    start: [-8, 1.5],\n    steps: 30,\n    below: 0.01,\n    given: { lambda: 0.1, alpha: 0 },\n    solution: { lambda: 0.5, alpha: 0.6 },\n    because: "",',
    imports: ["momentum", "ravine"],
  },
  explain: { parts: 'model: "",\n    lookFor: { first: "", second: "" },' },
};
