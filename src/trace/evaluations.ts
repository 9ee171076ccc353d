/** How often an objective was asked. */
export interface Evaluations {
  value: number;
  gradient: number;
  hessian: number;
}
