import type { Result, Size } from "./result.ts";
import { megabytes, table, whole } from "./table.ts";

interface Point {
  readonly pages: number;
  readonly result: Result;
}

const pointsOf = (sizes: readonly Size[], id: string): Point[] =>
  sizes.flatMap(({ pages, results }) => {
    const result = results.find((one) => one.id === id);
    return result ? [{ pages, result }] : [];
  });

const millisecondsEach = ({ pages, result }: Point): number => (result.wall * 1000) / pages;

/** How time and memory of a candidate grow with the number of pages, beside 10,000 pages or the most there are. */
export function growthTable(sizes: readonly Size[], id: string): string {
  const points = pointsOf(sizes, id);
  const base = points.find(({ pages }) => pages >= 10_000) ?? points.at(-1);
  if (!base || points.length < 2) return "";
  const beside = `at ${whole(base.pages)} = 1`;
  const rows = points.map((point) => [
    whole(point.pages),
    point.result.wall.toFixed(2),
    millisecondsEach(point).toFixed(3),
    (millisecondsEach(point) / millisecondsEach(base)).toFixed(2),
    megabytes(point.result.memory),
    (point.result.memory / base.result.memory).toFixed(2),
  ]);
  return [
    `### Growth: ${base.result.title}`,
    "",
    table(["pages", "wall, s", "ms/page", beside, "peak, MB", beside], rows),
  ].join("\n");
}

const million = 1_000_000;

/** What a million pages would take on as many such machines, from what the two greatest sizes took. */
export function millionTable(sizes: readonly Size[]): string {
  const [before, last] = pointsOf(sizes, "ours").slice(-2);
  const size = sizes.findLast(({ results }) => results.some(({ id }) => id === "ours"));
  if (!before || !last || !size || last.pages < 10_000) return "";
  const slope = (last.result.wall - before.result.wall) / (last.pages - before.pages);
  const start = Math.max(0, last.result.wall - slope * last.pages);
  const bytesEach = size.bytes / size.pages;
  const rows = [1, 4, 8, 16].map((shards) => [
    String(shards),
    whole(million / shards),
    whole(start + (slope * million) / shards),
    whole((bytesEach * million) / shards / 1e6),
  ]);
  return [
    "### A million pages, computed",
    "",
    `Between ${whole(before.pages)} and ${whole(last.pages)} pages each page more took ${(slope * 1000).toFixed(3)} ms, and what does not depend on their number ${start.toFixed(2)} s. A page with its share of the other files has ${(bytesEach / 1000).toFixed(1)} kB. On as many such machines as there are shards, if that went on so:`,
    "",
    table(["shards", "pages each", "seconds each", "MB each"], rows),
  ].join("\n");
}
