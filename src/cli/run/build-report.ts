import type { Diagnostic } from "../../diagnostic.ts";
import { renderJson } from "../../report/json.ts";
import type { Built } from "../../site/output/publish.ts";
import { printReport, type Context } from "../context.ts";

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

/** What a build did, for a person and for a machine; time and memory are those of the whole process. */
export function summarizeBuild(
  { written, unchanged, removed, bytes }: Built,
  output: string,
  { peakMemoryBytes }: Context,
): { text: string; json: string } {
  const seconds = performance.now() / 1000;
  const peak = peakMemoryBytes();
  const counts = `${written} files written, ${unchanged} unchanged, ${removed} removed`;
  const costs = `${megabytes(bytes)} in ${seconds.toFixed(1)} s, ${megabytes(peak)} of memory`;
  return {
    text: `${counts}; ${costs}: ${output}\n`,
    json: `${JSON.stringify({ written, unchanged, removed, bytes, seconds: Number(seconds.toFixed(3)), peakMemoryBytes: peak, output })}\n`,
  };
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
