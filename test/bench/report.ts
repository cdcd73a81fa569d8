import type { Result, Size } from "./result.ts";

const number = (value: number): string =>
  Math.round(value)
    .toString()
    .replaceAll(/\B(?=(\d{3})+$)/g, ",");

const megabytes = (bytes: number): string => number(bytes / 1e6);

/** How two times relate, the shorter one being 1. */
function ratio(ours: number, theirs: number): string {
  return ours <= theirs ? `1 : ${(theirs / ours).toFixed(1)}` : `${(ours / theirs).toFixed(1)} : 1`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((cell, column) =>
    Math.max(cell.length, ...rows.map((row) => row[column]!.length)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!))).join(" | ")} |`;
  const rule = `|${widths.map((width, column) => (column === 0 ? "-".repeat(width + 2) : `${"-".repeat(width + 1)}:`)).join("|")}|`;
  return [line(head), rule, ...rows.map(line)].join("\n");
}

/** Which candidates made the same files, and which did not. */
function sameness(results: readonly Result[]): string {
  const same = results.filter(({ differing }) => differing?.length === 0);
  const others = results.filter(({ differing }) => differing && differing.length > 0);
  return [
    `The same bytes from: ${same.map(({ title }) => title).join("; ")}.`,
    ...others.map(
      ({ title, differing = [] }) =>
        `NOT THE SAME: ${title} in ${number(differing.length)} files, such as ${differing[0]}.`,
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
    number(pages / wall),
    ours && id !== "ours" ? ratio(ours.wall, wall) : "",
  ]);
  return [
    `### ${number(pages)} pages`,
    "",
    `${number(files)} files, ${megabytes(bytes)} MB. ${sameness(results)}${left.map((one) => ` Left out: ${one}.`).join("")}`,
    "",
    table(["", "wall, s", "CPU, s", "peak, MB", "pages/s", "ours : it"], rows),
  ].join("\n");
}

function growthTable(sizes: readonly Size[], id: string): string {
  const rows = sizes.flatMap(({ pages, results }): [number, Result][] => {
    const found = results.find((result) => result.id === id);
    return found ? [[pages, found]] : [];
  });
  const base = rows.find(([pages]) => pages >= 10_000) ?? rows.at(-1);
  if (!base || rows.length < 2) return "";
  const each = ([pages, { wall }]: [number, Result]) => (wall * 1000) / pages;
  return [
    `### Growth: ${base[1].title}`,
    "",
    table(
      ["pages", "wall, s", "ms/page", "of that at the middle", "peak, MB", "of that at the middle"],
      rows.map((row) => [
        number(row[0]),
        row[1].wall.toFixed(2),
        each(row).toFixed(3),
        (each(row) / each(base)).toFixed(2),
        megabytes(row[1].memory),
        (row[1].memory / base[1].memory).toFixed(2),
      ]),
    ),
  ].join("\n");
}

/** The results as Markdown that is readable on a terminal, too. */
export const renderResults = (machine: string, sizes: readonly Size[]): string =>
  [
    `Measured on ${machine}.`,
    ...sizes.map(sizeTable),
    growthTable(sizes, "ours"),
    growthTable(sizes, "bare"),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
