/** Where the lessons stand on the map: one layer below another, each lesson below all that it builds on. */

/** A lesson as the map sees it. */
export interface Node {
  readonly name: string;
  readonly needs: readonly string[];
}

/** A place in the layout: how far down, and how far across from the middle, in units of a box with its gap. */
export interface MapPlace {
  readonly layer: number;
  readonly across: number;
}

/** An arrow from one lesson to one that builds on it, through the gaps between the boxes on its way. */
export interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly via: readonly MapPlace[];
}

export interface CourseMap {
  readonly places: ReadonlyMap<string, MapPlace>;
  readonly arrows: readonly Arrow[];
  readonly layers: number;
}

/** How much of a box's room a passing arrow needs. */
const PASSAGE = 0.35;

/** Lays out lessons, each given after those that it builds on; what is not among them is left out. */
export function layOut(nodes: readonly Node[]): CourseMap {
  const layerOf = new Map<string, number>();
  for (const { name, needs } of nodes)
    layerOf.set(name, Math.max(-1, ...needs.map((need) => layerOf.get(need) ?? -1)) + 1);
  const edges = directEdges(nodes);
  const layers = Math.max(...layerOf.values()) + 1;
  const rows: Item[][] = Array.from({ length: layers }, () => []);
  for (const { name } of nodes) {
    const from = edges
      .filter(({ to }) => to === name)
      .map((edge) => passing(edge, layerOf).at(-1) ?? edge.from);
    rows[layerOf.get(name)!]!.push({ key: name, from, width: 1 });
  }
  for (const edge of edges) {
    passing(edge, layerOf).forEach((key, i, all) => {
      const from = [i === 0 ? edge.from : all[i - 1]!];
      rows[layerOf.get(edge.from)! + 1 + i]!.push({ key, from, width: PASSAGE });
    });
  }
  const places = placed(rows);
  return {
    layers,
    places: new Map(nodes.map(({ name }) => [name, places.get(name)!])),
    arrows: edges.map((edge) => ({ ...edge, via: passing(edge, layerOf).map((key) => places.get(key)!) })),
  };
}

interface Edge {
  readonly from: string;
  readonly to: string;
}

/** A box, or the passage of an arrow between boxes; `from` are those it hangs on in the layer above. */
interface Item {
  readonly key: string;
  readonly from: readonly string[];
  readonly width: number;
}

/** Without the arrows that others make plain: what 04 builds on through 03 needs no arrow of its own. */
function directEdges(nodes: readonly Node[]): Edge[] {
  const byName = new Map(nodes.map((node) => [node.name, node]));
  const reaches = (from: string, to: string): boolean =>
    from === to || (byName.get(from)?.needs ?? []).some((need) => reaches(need, to));
  return nodes.flatMap(({ name, needs }) =>
    needs
      .filter((need) => byName.has(need) && !needs.some((other) => other !== need && reaches(other, need)))
      .map((from) => ({ from, to: name })),
  );
}

/** Names for the layers that an arrow passes. */
function passing({ from, to }: Edge, layerOf: ReadonlyMap<string, number>): string[] {
  const between = layerOf.get(to)! - layerOf.get(from)! - 1;
  return Array.from({ length: between }, (_, i) => `${from} to ${to}, ${i}`);
}

/** Each layer in the order of what it hangs on, centred. */
function placed(rows: readonly (readonly Item[])[]): Map<string, MapPlace> {
  const places = new Map<string, MapPlace>();
  const middle = ({ from }: Item): number =>
    from.reduce((sum, key) => sum + (places.get(key)?.across ?? 0), 0) / Math.max(1, from.length);
  rows.forEach((row, layer) => {
    const ordered = [...row].sort((a, b) => middle(a) - middle(b));
    let across = -ordered.reduce((sum, { width }) => sum + width, 0) / 2;
    for (const { key, width } of ordered) {
      places.set(key, { layer, across: across + width / 2 });
      across += width;
    }
  });
  return places;
}
