import type { Diagnostic } from "../../diagnostic.ts";
import { renderJson } from "../../report/json.ts";
import type { SiteChanges } from "../../site/build/changes.ts";
import type { Built } from "../../site/output/publish.ts";
import { printReport, type Context } from "../context.ts";

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

/** What a build did, for a person; time and memory are those of the whole process. */
export function summarizeBuild(
  { written, unchanged, removed, bytes }: Built,
  output: string,
  { peakMemoryBytes }: Context,
): string {
  const seconds = performance.now() / 1000;
  const counts = `${written} files written, ${unchanged} unchanged, ${removed} removed`;
  const costs = `${megabytes(bytes)} in ${seconds.toFixed(1)} s, ${megabytes(peakMemoryBytes())} of memory`;
  return `${counts}; ${costs}: ${output}\n`;
}

/** The same for a program, with the files that changed, by site. */
export function describeBuild(
  { written, unchanged, removed, bytes }: Built,
  changed: Readonly<Record<string, SiteChanges>>,
  output: string,
  { peakMemoryBytes }: Context,
): string {
  const seconds = Number((performance.now() / 1000).toFixed(3));
  const costs = { bytes, seconds, peakMemoryBytes: peakMemoryBytes() };
  return `${JSON.stringify({ written, unchanged, removed, ...costs, output, changed })}\n`;
}

/** Reports why nothing was built. */
export function printFaults(
  diagnostics: readonly Diagnostic[],
  { json }: { readonly json?: true },
  context: Context,
): void {
  if (json) context.out(renderJson(diagnostics));
  else printReport(diagnostics, context.out);
  context.err("nothing was built\n");
}

/** A line on the terminal that tells how far a build is. */
export interface Progress {
  readonly show: (done: number, total: number) => void;
  /** Takes the line away. */
  readonly clear: () => void;
}

const erase = "\r\u001b[K";

/** Shows nothing where nobody is there to see it. */
export function createProgress({ isTerminal, err }: Context): Progress {
  if (!isTerminal) return { show: () => undefined, clear: () => undefined };
  const began = performance.now();
  let isShown = false;
  return {
    show(done, total) {
      const seconds = (performance.now() - began) / 1000;
      const rate = done / seconds;
      const left = Math.ceil((total - done) / rate);
      err(`${erase}${done} of ${total} sites, ${Math.round(rate)} a second, ${left} s left`);
      isShown = true;
    },
    clear() {
      if (isShown) err(erase);
      isShown = false;
    },
  };
}
