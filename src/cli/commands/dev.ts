import EleventyDevServer from "@11ty/eleventy-dev-server";
import type { IncomingMessage, ServerResponse } from "node:http";
import { existsSync, mkdtempSync, rmSync, watch } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "../../site/build/build.ts";
import { type Context, type ExitStatus, exitStatus, printReport, UsageError } from "../context.ts";
import { readProject, findProject, protectedFolders } from "../project.ts";
import { projectFolders } from "../../registry/project.ts";

export interface DevOptions {
  readonly project: string;
  readonly port: string;
}

const quietMilliseconds = 60;

function readPort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port < 65536) return port;
  throw new UsageError(`bad port "${text}", expected a number from 0 to 65535`);
}

/** The server listens to the whole network; a preview, with its list of customers, is for this machine alone. */
function refuseOthers({ socket }: IncomingMessage, response: ServerResponse, next: () => void) {
  if (/^(::ffff:)?127\.|^::1$/.test(socket.remoteAddress ?? "")) return next();
  response.writeHead(403).end();
}

async function rebuild(project: string, output: string, context: Context): Promise<void> {
  const { loaded, diagnostics } = readProject(project, context);
  printReport(diagnostics, context.out);
  if (diagnostics.length > 0 || loaded.registry.sites.size === 0) {
    context.err("nothing was built; waiting for a change\n");
    return;
  }
  const { written, unchanged } = await build({
    loaded,
    selection: {},
    mode: "preview",
    target: { output, protect: protectedFolders(project), host: context.host },
    signal: context.signal,
    runtime: context.runtime,
  });
  context.err(`${written + unchanged} files\n`);
}

/** Calls `onChange` once the project's files have been quiet for a moment after a change. */
function watchProject(project: string, signal: AbortSignal, onChange: () => void): void {
  let timer: NodeJS.Timeout | undefined;
  for (const name of projectFolders) {
    const folder = join(project, name);
    if (!existsSync(folder)) continue;
    watch(folder, { recursive: true, signal }, () => {
      clearTimeout(timer);
      timer = setTimeout(onChange, quietMilliseconds);
    });
  }
}

/** Serves the pages of a project on this machine only, rebuilds them at every change, and reloads the browser. */
export async function runDev(options: DevOptions, context: Context): Promise<ExitStatus> {
  const port = readPort(options.port);
  const project = findProject(options.project, context);
  const folder = mkdtempSync(join(tmpdir(), "cookie-ledger-"));
  const output = join(folder, "site");
  const print = (message: string) => context.err(`${message}\n`);
  const server = new EleventyDevServer("cookie-ledger", output, {
    domDiff: false,
    logger: { info: print, log: print, error: print },
    middleware: [refuseOthers],
  });
  try {
    await rebuild(project, output, context);
    let running = Promise.resolve();
    watchProject(project, context.signal, () => {
      running = running.then(() => rebuild(project, output, context)).then(() => server.reload());
    });
    server.serve(port);
    await new Promise((resolve) => context.signal.addEventListener("abort", resolve));
    await running;
    await server.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return exitStatus.ok;
}
