/** How far two paths are apart where they are farthest. */
type Point = readonly number[];
type Path = readonly Point[];

/** The largest distance of a point of either path from the other one, as both are drawn: by straight lines. */
export function apart(a: Path, b: Path): number {
  return Math.max(farthest(a, b), farthest(b, a));
}

const farthest = (points: Path, path: Path): number =>
  Math.max(...points.map((point) => nearest(point, path)));

function nearest(point: Point, path: Path): number {
  return Math.min(...path.map((end, k) => toLine(point, path[k - 1] ?? end, end)));
}

/** The distance of a point from the line between two. */
function toLine([x = 0, y = 0]: Point, [ax = 0, ay = 0]: Point, [bx = 0, by = 0]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length));
  return Math.hypot(x - ax - share * dx, y - ay - share * dy);
}
