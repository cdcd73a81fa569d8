import type { Everyday } from "./everyday/everyday.ts";
import { growthTable, millionTable } from "./growth.ts";
import type { Result, Size } from "./result.ts";
import { megabytes, table, whole } from "./table.ts";

/** How two times relate, the shorter one being 1. */
function ratio(ours: number, theirs: number): string {
  return ours <= theirs ? `1 : ${(theirs / ours).toFixed(1)}` : `${(ours / theirs).toFixed(1)} : 1`;
}

/** Which candidates made the same files, and which did not. */
function sameness(results: readonly Result[]): string {
  const same = results.filter(({ differing }) => differing?.length === 0);
  const others = results.filter(({ differing }) => differing && differing.length > 0);
  return [
    `The same bytes from: ${same.map(({ title }) => title).join("; ")}.`,
    ...others.map(
      ({ title, differing = [] }) =>
        `NOT THE SAME: ${title} in ${whole(differing.length)} files, such as ${differing[0]}.`,
    ),
  ].join(" ");
}

function sizeTable({ pages, files, bytes, results, left }: Size): string {
  const ours = results.find(({ id }) => id === "ours");
  const rows = results.map(({ id, title, wall, cpu, memory, disturbed }) => [
    `${title}${disturbed ? " (disturbed)" : ""}`,
    wall.toFixed(2),
    cpu.toFixed(2),
    megabytes(memory),
    whole(pages / wall),
    ours && id !== "ours" ? ratio(ours.wall, wall) : "",
  ]);
  return [
    `### ${whole(pages)} pages`,
    "",
    `${whole(files)} files, ${megabytes(bytes)} MB. ${sameness(results)}${left.map((one) => ` Left out: ${one}.`).join("")}`,
    "",
    table(["", "wall, s", "CPU, s", "peak, MB", "pages/s", "ours : it"], rows),
  ].join("\n");
}

/** What a user waits for, beside the start of Node alone, which tells how fast the machine is at that time. */
function everydayTable(waits: readonly Everyday[]): string {
  const [node] = waits;
  if (!node) return "";
  const rows = waits.map(({ title, wall, process }) => [
    title,
    wall.toFixed(2),
    process ? process.cpu.toFixed(2) : "",
    process ? megabytes(process.memory) : "",
    (wall / node.wall).toFixed(1),
  ]);
  return [
    "### Every day",
    "",
    table(["", "wall, s", "CPU, s", "peak, MB", `${node.title} = 1`], rows),
  ].join("\n");
}

/** The results as Markdown that is readable on a terminal, too. */
export const renderResults = (
  machine: string,
  everyday: readonly Everyday[],
  sizes: readonly Size[],
): string =>
  [
    `Measured on ${machine}.`,
    everydayTable(everyday),
    ...sizes.map(sizeTable),
    growthTable(sizes, "ours"),
    growthTable(sizes, "bare"),
    millionTable(sizes),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
