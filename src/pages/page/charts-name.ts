/** Under this the script of charts leaves what draws them. */
export const CHARTS = Symbol.for("fall-line.charts");
