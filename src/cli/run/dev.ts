import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { type Host, nameProcess, runningProcess } from "../../files/lock.ts";
import { attempt } from "../../files/system-error.ts";
import { renderText, summarize } from "../../report/text.ts";
import { protectedFolders } from "../../registry/project.ts";
import { build } from "../../site/build/build.ts";
import type { DevOptions } from "../commands/dev.ts";
import { type Context, type ExitStatus, exitStatus, printReport, UsageError } from "../context.ts";
import { explainError } from "../errors.ts";
import type { ShownReport } from "../preview/fault-page.ts";
import { servePreview } from "../preview/server.ts";
import { watchSources } from "../preview/watch.ts";
import { readProject } from "../project.ts";
import { judgeByRules } from "./check-rules.ts";
import { findProject, noSite } from "../project-folder.ts";

function readPort(text: string | number): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port < 65536) return port;
  throw new UsageError(`bad port "${text}", expected a number from 0 to 65535`);
}

const folderPrefix = "cookie-ledger-dev-";

/** Removes the folders of previews that were killed. */
function sweepFolders(parent: string, host: Host): void {
  for (const name of readdirSync(parent)) {
    const owner = name.startsWith(folderPrefix) ? name.slice(folderPrefix.length, -7) : "";
    if (/^[0-9]+-/.test(owner) && runningProcess(owner, host) === undefined)
      rmSync(join(parent, name), { recursive: true, force: true });
  }
}

/** A folder for the pages that are shown, named for this process. */
function makeFolder(host: Host): string {
  const parent = tmpdir();
  return attempt(`make a folder for the pages in "${parent}"`, () => {
    sweepFolders(parent, host);
    return mkdtempSync(join(parent, `${folderPrefix}${nameProcess(host.pid)}-`));
  });
}

/** What is built, where, and as which project says. */
interface PreviewTask {
  readonly project: string;
  readonly output: string;
  readonly options: DevOptions;
  /** Told that the pages are there, before the rules judge what they were made from. */
  readonly onBuilt: () => void;
}

/** In this time a browser asks for a page anew that has changed. */
const reloadMilliseconds = 100;

/** Builds the pages of a project; returns why that cannot be done, if so, or what the rules find. */
async function rebuild(
  { project, output, options, onBuilt }: PreviewTask,
  context: Context,
): Promise<ShownReport> {
  const { loaded, registry, diagnostics } = readProject(project, context);
  printReport(diagnostics, context.out);
  if (diagnostics.length > 0) return { fault: renderText(diagnostics) };
  if (registry.sites.size === 0) {
    context.err(`${noSite("build")}\n`);
    return { fault: noSite("build") };
  }
  const { written, unchanged } = await build({
    loaded,
    selection: {},
    mode: "preview",
    target: { output, protect: protectedFolders(project), host: context.host },
    signal: context.signal,
    runtime: context.runtime,
    browser: { isRoot: context.isRoot },
  });
  context.err(`${written + unchanged} files\n`);
  onBuilt();
  await setTimeout(reloadMilliseconds);
  const found = judgeByRules(registry, options, context);
  return found.length > 0 ? { summary: summarize(found), report: renderText(found) } : {};
}

/** As `rebuild`, for a preview, which outlives whatever is wrong. */
async function tryToRebuild(task: PreviewTask, context: Context): Promise<ShownReport> {
  const explained = async (): Promise<ShownReport> => {
    try {
      return await rebuild(task, context);
    } catch (error) {
      if (context.signal.aborted) return {};
      const fault = explainError(error)?.text ?? `error: ${String(error)}\n`;
      context.err(fault);
      return { fault };
    }
  };
  const shown = await explained();
  if (shown.fault !== undefined) context.err("nothing was built; waiting for a change\n");
  return shown;
}

/** Serves the pages of a project on this machine only, rebuilds them at every change, and reloads the browser. */
export async function runDev(options: DevOptions, context: Context): Promise<ExitStatus> {
  const port = readPort(options.port);
  const project = findProject(options.project, context);
  const { signal, err } = context;
  const folder = makeFolder(context.host);
  const output = join(folder, "site");
  try {
    const preview = await servePreview(output, port, err);
    let running = Promise.resolve();
    let shown: ShownReport = {};
    const present = (next: ShownReport) => {
      shown = next;
      preview.show(next);
    };
    const show = async () => {
      if (signal.aborted) return;
      // The pages do not wait for the rules, which most often find what they have found before.
      const onBuilt = () => present(shown.fault === undefined ? shown : {});
      const before = shown;
      const next = await tryToRebuild({ project, output, options, onBuilt }, context);
      if (next.fault !== undefined || !isDeepStrictEqual(next, before)) present(next);
    };
    const renew = () => {
      running = running.then(show);
    };
    const onFault = (error: Error) => err(`error: changes are no longer seen: ${error.message}\n`);
    try {
      watchSources(project, signal, { onChange: renew, onFault });
      renew();
      await running;
      if (signal.aborted) return exitStatus.ok;
      err(`http://localhost:${preview.port}/\n`);
      await new Promise((resolve) => signal.addEventListener("abort", resolve));
      await running;
    } finally {
      preview.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return exitStatus.ok;
}
