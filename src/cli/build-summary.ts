import type { Built } from "../site/output/publish.ts";
import type { Context } from "./context.ts";

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
