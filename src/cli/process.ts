import { readFileSync } from "node:fs";
import { isatty } from "node:tty";
import { fileURLToPath } from "node:url";
import { styleText } from "node:util";
import { attempt } from "../files/system-error.ts";
import { isRoot, runtime, thisProcess } from "../machine.ts";
import type { Context } from "./context.ts";

/** Of this package, from `src/cli` and from `dist/code` alike. */
const pathOf = (name: string): string => fileURLToPath(new URL(`../../${name}`, import.meta.url));

function readVersion(): string {
  const manifest = readFileSync(pathOf("package.json"), "utf8");
  return (JSON.parse(manifest) as { version: string }).version;
}

/** Takes signals over, the first of each kind; a second one ends the process. */
function listenToSignals(): AbortSignal {
  const ending = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.once(signal, () => ending.abort(signal));
  return ending.signal;
}

async function readInput(maximumBytes: number): Promise<Uint8Array | undefined> {
  if (isatty(0)) return undefined;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > maximumBytes) break;
  }
  return Buffer.concat(chunks);
}

/** What the commands may use of this process. */
export function createContext(): Context {
  let ending: AbortSignal | undefined;
  for (const stream of [process.stdout, process.stderr])
    stream.on("error", ({ code }: NodeJS.ErrnoException) => {
      if (code === "EPIPE") process.exit();
    });
  const isTerminal = process.stderr.isTTY && process.env["TERM"] !== "dumb";
  return {
    folder: attempt("find the working folder", () => process.cwd()),
    host: thisProcess,
    version: readVersion(),
    documents: pathOf("docs"),
    runtime,
    isRoot,
    // It asks NO_COLOR, FORCE_COLOR and the stream itself.
    colour: styleText("bold", "x", { stream: process.stdout }) !== "x",
    isTerminal,
    peakMemoryBytes: () => process.resourceUsage().maxRSS * 1024,
    today: () => new Date().toISOString().slice(0, 10),
    get signal() {
      return (ending ??= listenToSignals());
    },
    input: readInput,
    get terminal() {
      return isTerminal && isatty(0) ? { input: process.stdin, output: process.stderr } : undefined;
    },
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
  };
}
