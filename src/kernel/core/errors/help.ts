import { ts } from "../compiler/typescript.ts";
import { answerWords } from "./answers/words.ts";
import { objectAfterArrowWords, arrowInConditionWords } from "./words/arrows.ts";
import { askedWords } from "./words/asked.ts";
import { assignedInConditionWords, constantWords, ofLanguageWords, readOnlyWords } from "./words/assigned.ts";
import { calledBackWords } from "./words/called-back.ts";
import { indexWords, positionWords } from "./words/entries.ts";
import { handedFunctionWords } from "./words/handed-functions.ts";
import { listWords } from "./words/lists.ts";
import { atTopWords, moduleWords } from "./words/modules.ts";
import { absentWords, arrowWords, importWords, nameWords, newerWords } from "./words/names.ts";
import { optionWords } from "./words/options.ts";
import { untypedVariableWords } from "./words/untyped-variable.ts";
import { mapWords, overrideWords, propertyWords } from "./words/properties.ts";
import { inOneListWords } from "./words/in-one-list.ts";
import { misfitWords } from "./words/misfits.ts";
import { pythonWords } from "./words/python.ts";
import { lineWords, placeWords } from "./words/unread.ts";
import { returnWords } from "./words/returns.ts";
import { quotedNameWords } from "./words/quoted-name.ts";
import { byCodes, type Explain, firstWords } from "./words/explain.ts";
import { nodeAt, type Scene, type Words } from "./words/scene.ts";
import { semicolonWords } from "./words/semicolon.ts";
import { sameWords } from "./words/same.ts";
import { commaWords, openTextWords, missingSignWords, signWords } from "./words/signs.ts";
import {
  declaredTwiceWords,
  nearWords,
  comparisonWords,
  dateWords,
  keptWords,
  newWords,
  overTimeWords,
  noFunctionWords,
  notIterableWords,
  onlyTypeWords,
  tooEarlyWords,
  neverEqualWords,
  noNumberWords,
  memberWords,
  simpleTypeWords,
  twiceInObjectWords,
} from "./words/slips.ts";
import {
  argumentWords,
  caughtWords,
  functionWantedWords,
  missingWords,
  parameterWords,
} from "./words/types.ts";
import { unionWords } from "./words/unions.ts";

const forgotAwait = 2773;
const awaitWords: Words = {
  reason: "this is a promise, and its value comes later",
  help: "a promise is not yet its value: write `await` before it",
};

const promised: Explain = ({ message }) =>
  /^(Type|Argument of type) 'Promise</.test(message) ? awaitWords : undefined;
const say =
  (words: Words): Explain =>
  () =>
    words;

/** `list.push(1)`, `list[0] = 1`: a list of which nothing says what it holds. */
const ofEmptyList: Explain = ({ program, message, diagnostic }) => {
  const node = message.endsWith("type 'never'.") ? nodeAt(diagnostic) : undefined;
  const called = ts.findAncestor(node, ts.isCallExpression)?.expression;
  const access =
    ts.findAncestor(node, ts.isElementAccessExpression) ??
    (called && ts.isPropertyAccessExpression(called) ? called : undefined);
  const checker = program.getTypeChecker();
  const isOfList =
    (access && checker.isArrayLikeType(checker.getTypeAtLocation(access.expression))) ||
    (node && ts.isArrayLiteralExpression(node.parent));
  return isOfList
    ? { help: "an empty list holds nothing yet: say what it is to hold, as in: const list: number[] = []" }
    : undefined;
};

/** A list, where each value has a name. */
const named: Explain = ({ message }) =>
  /Index signature for type 'string' is missing in type '[^']*\[\]'/.test(message)
    ? { reason: "values are wanted here under their names, and this is a list", help: "write: { name: ... }" }
    : undefined;

const leftOut: Explain = ({ message }) =>
  message.includes("undefined") ? { help: "leave the property out where it has no value" } : undefined;

/** A type that the compiler finds only by asking for itself. */
const circular = say({
  reason: "what this gives cannot be found out: it is made with itself",
  help: "say it, as in: const f = (n: number): number => ...",
});

const misfits: readonly Explain[] = [named, inOneListWords, handedFunctionWords, misfitWords];

/** What is asked of a value that does not fit, whether it is assigned or handed over. */
const values: readonly Explain[] = [returnWords, unionWords, optionWords, simpleTypeWords, ...misfits];

/** What is asked for each of the compiler's errors, the first that has an answer counts. */
const byCode = byCodes([
  [[2304, 2552, 18004, 2582, 2593, 2867, 2868], nameWords],
  [[2305, 2724], importWords],
  [[2307, 2792, 2882], moduleWords],
  [[1212, 1214], keptWords],
  [[1232], say(atTopWords)],
  [[2322], assignedInConditionWords, ofLanguageWords, positionWords, ofEmptyList, promised, ...values],
  [
    [2345],
    positionWords,
    askedWords,
    calledBackWords,
    ofEmptyList,
    quotedNameWords,
    promised,
    functionWantedWords,
    ...values,
  ],
  [[2367], neverEqualWords],
  [[2451], signWords, declaredTwiceWords],
  [[2551], nearWords, propertyWords],
  [[2559], inOneListWords, misfitWords],
  [[2695], objectAfterArrowWords],
  [[2739, 2741], optionWords, misfitWords],
  [[2740], misfitWords, optionWords],
  [[2769], calledBackWords, misfitWords, functionWantedWords],
  [[2353, 2561], optionWords],
  [[2820], unionWords],
  [[1117], twiceInObjectWords],
  [[1345, 2355, 2366, 7030], returnWords],
  [[2339], returnWords, propertyWords],
  [[7017, 2584, 2591, 2580, 2581, 2592], absentWords],
  [[7052], mapWords],
  [[7053], propertyWords],
  [[2348, 2351], newWords],
  [[2349, 6234], noFunctionWords],
  [[2448], tooEarlyWords],
  [[2488], overTimeWords, notIterableWords],
  [[2504], notIterableWords],
  [[2300], declaredTwiceWords],
  [[4113, 4117], overrideWords],
  [[2540], assignedInConditionWords, readOnlyWords],
  [[2542], readOnlyWords],
  [[2662, 2663], memberWords],
  [[2693], onlyTypeWords],
  [[2872], arrowInConditionWords],
  [[2550], newerWords],
  [[2554], calledBackWords, quotedNameWords, inOneListWords, argumentWords],
  [[2555], argumentWords],
  [[2362, 2363], positionWords, listWords, returnWords, dateWords, noNumberWords],
  [[2365], listWords, returnWords, comparisonWords],
  [[7006, 7019, 7031], parameterWords],
  [[7005, 7034], untypedVariableWords],
  [[7022, 7023, 7024], circular],
  [[2531, 2532, 2533, 2721, 2722, 2723, 18047, 18048, 18049], missingWords],
  [[18046, 2571], caughtWords],
  [[2454], say({ help: "give it a value where it is declared, as in: let x = 0" })],
  [[2564], say({ reason: "the property has no value at first", help: "give it one, as in: x = 0" })],
  [[2375], leftOut],
  [[2379], misfitWords, leftOut],
  [[2538], indexWords],
  [[2588], assignedInConditionWords, constantWords],
]);

/** What is asked for a cell that cannot be read. */
const ofUnread: readonly Explain[] = [
  semicolonWords,
  pythonWords,
  openTextWords,
  lineWords,
  signWords,
  commaWords,
  placeWords,
  missingSignWords,
];

/** The error in words for the first week, as far as we have some. */
export function wordsFor(scene: Scene): Words {
  const { diagnostic, program } = scene;
  const isUnread = program.getSyntacticDiagnostics(diagnostic.file).length > 0;
  if (diagnostic.relatedInformation?.some(({ code }) => code === forgotAwait))
    return answerWords(scene) ?? overTimeWords(scene) ?? awaitWords;
  const asked = isUnread
    ? ofUnread
    : [semicolonWords, arrowWords, pythonWords, answerWords, ...(byCode.get(diagnostic.code) ?? [])];
  return firstWords(asked, scene) ?? sameWords[diagnostic.code] ?? {};
}
