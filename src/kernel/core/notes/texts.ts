import { ts } from "../compiler/typescript.ts";
import type { Question } from "./question.ts";

/** `"loss: ${x}"`: only backticks put values into a text. */
export const noTemplate: Question = (node, { file }) => {
  if (!ts.isStringLiteral(node)) return undefined;
  const [put] = /\$\{[\w.$]+\}/.exec(node.text) ?? [];
  const quote = node.getText(file)[0]!;
  return (
    put &&
    `\`${put}\` stays as it is in a text between ${quote} and ${quote}; to put the value in, write the text between backticks`
  );
};

/** Commands of TeX that begin with a letter by which a backslash makes a sign of its own, as a new line. */
const commands =
  /^(bar|begin|beta|binom|bmod|boldsymbol|forall|frac|nabla|neq|rangle|rho|right|rightarrow|tau|text\w*|tfrac|theta|tilde|times|varepsilon|varphi|vdots|vec)$/;

/** `"\lambda"`: a backslash before a letter is lost, or makes another sign. */
export const eatenBackslash: Question = (node, { file }) => {
  const isText = ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node);
  if (!isText || ts.isTaggedTemplateExpression(node.parent)) return undefined;
  const words = [...node.getText(file).matchAll(/\\(?:\\|([A-Za-z]+)|[^])/g)].map(([, word]) => word);
  const word = words.find((one) => one !== undefined && (/^[^nrtbfvxu]/.test(one) || commands.test(one)));
  return word && `in a text \`\\${word}\` loses its backslash; it is written twice: "\\\\${word}"`;
};
