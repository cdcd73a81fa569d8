import type { Press } from "../papers/pdf.ts";
import type { SizeOf } from "../render/output-file.ts";
import type { Decision, WantedFile } from "./site-writer.ts";

type Written = Extract<Decision, { kind: "write" }>;

/** Whether something of a site is made in its time and not at once, now or the last time. */
export const hasPapers = (decision: Decision): decision is Written =>
  decision.kind === "write" && decision.files.some(({ isPaper }) => isPaper);

/** The same decision with its papers made; its pages are told how large those are, and those of the last output. */
export async function printPapers(
  decision: Written,
  press: Press,
  signal?: AbortSignal,
): Promise<Written> {
  const printed = new Map<string, Uint8Array>();
  for (const { name, print } of decision.files) {
    signal?.throwIfAborted();
    if (print) printed.set(name, await print(press));
  }
  const last = new Map(decision.files.map((file) => [file.name, file.last?.bytes]));
  const sizeOf: SizeOf = (name) => printed.get(name)?.length ?? last.get(name);
  const files = decision.files.map(({ print: _print, render, ...file }): WantedFile => {
    const bytes = printed.get(file.name);
    if (bytes) return { ...file, render: () => bytes };
    return render ? { ...file, render: () => render(sizeOf) } : file;
  });
  return { ...decision, files };
}
