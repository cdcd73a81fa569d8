import { existsSync, type FSWatcher, watch } from "node:fs";
import { join } from "node:path";
import { attempt } from "../../files/system-error.ts";
import { projectFolders } from "../../registry/project.ts";

const quietMilliseconds = 60;

/**
 * Calls `onChange` once the sources of a project have been quiet for a moment after a change, until `signal` is aborted.
 * A folder that comes later is watched as well. `onFault` is told what can be watched no more.
 */
export function watchSources(
  project: string,
  signal: AbortSignal,
  { onChange, onFault }: { onChange: () => void; onFault: (error: Error) => void },
): void {
  let timer: NodeJS.Timeout | undefined;
  const watchers = new Map<string, FSWatcher>();
  const touch = () => {
    clearTimeout(timer);
    timer = setTimeout(onChange, quietMilliseconds);
  };
  const follow = (name: string) => {
    watchers.get(name)?.close();
    watchers.delete(name);
    const folder = join(project, name);
    if (!existsSync(folder)) return;
    const watcher = watch(folder, { recursive: true }, touch);
    watchers.set(name, watcher.on("error", onFault));
  };
  attempt(`watch "${project}"`, () => {
    const root = watch(project, (_, name) => {
      if (!projectFolders.some((one) => one === name)) return;
      try {
        follow(name!);
      } catch (error) {
        onFault(error as Error);
      }
      touch();
    });
    watchers.set("", root.on("error", onFault));
    for (const name of projectFolders) follow(name);
  });
  signal.addEventListener("abort", () => {
    clearTimeout(timer);
    for (const watcher of watchers.values()) watcher.close();
  });
}
