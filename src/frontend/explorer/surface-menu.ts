import { Menu } from "./menu.ts";
import type { Model } from "./model.ts";
import { SURFACES } from "./settings.ts";

const OWN = "Your own";

/** The surface, as the figure's title that is a menu. */
export function surfaceMenu(model: Model, writeOwn: () => void): HTMLElement {
  const offer = [
    ...SURFACES.map(({ name }) => [name, name.charAt(0).toUpperCase() + name.slice(1)] as const),
    [OWN, OWN] as const,
  ];
  const menu = new Menu("surface", "surface", (name) => {
    const chosen = SURFACES.find((surface) => surface.name === name);
    if (chosen === undefined) {
      writeOwn();
      return;
    }
    const [x, y] = chosen.start ?? [1, 1];
    model.change({ objective: chosen, start: [x!, y!] });
  });
  const show = (): void => {
    const { name, expression } = model.settings.objective;
    const named = SURFACES.find((surface) => surface.name === name && surface.expression === expression);
    menu.show(offer, named?.name ?? OWN);
  };
  show();
  model.onChange((change) => change === "surface" && show());
  return menu.node;
}
