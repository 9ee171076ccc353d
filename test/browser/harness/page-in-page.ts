/** Runs in a bare page: the small parts of a page without Jupyter, each by itself. */
/** The script in the head of a page begins when it is loaded. */
export const loadSite = () => import("../../../src/pages/page/site.ts");
export { followTheme } from "../../../src/rendering/page/theme.ts";
export { chartsWanted } from "../../../src/pages/page/wanted.ts";
export { reachWide } from "../../../src/pages/page/wide.ts";
