/** The figures, a line each: how one is drawn, what it can be told, and (with the function) its kind. */
export { curves, type CurveOptions } from "./curves.ts";
export { errorByDirection, type ErrorByDirectionOptions } from "./error-by-direction.ts";
export { explore, type ExploreOptions } from "./explore.ts";
export { intervals, type IntervalOptions } from "./intervals.ts";
export { landscape, type LandscapeOptions } from "./landscape.ts";
export { nesterovPicture, type NesterovPictureOptions } from "./nesterov-picture.ts";
export { polarPicture, type PolarPictureOptions } from "./polar-picture.ts";
export { rateMap, type RateMapOptions } from "./rate-map.ts";
export { rateSensitivity, type SensitivityOptions } from "./rate-sensitivity.ts";
export { stepPicture, type StepPictureOptions } from "./step-picture.ts";
export { surface } from "./surface.ts";
