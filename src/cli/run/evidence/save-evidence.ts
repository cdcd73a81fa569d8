import { existsSync, lstatSync, realpathSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { attempt } from "../../../files/system-error.ts";
import { replaceFiles, textAt } from "../../../files/write-files.ts";
import type { Evidence } from "../../../observation/observation.ts";
import { savedFormat, writeEvidence } from "../../../observation/saved.ts";
import { UsageError, type Context } from "../../context.ts";
import { projectFolders } from "../../../registry/project.ts";

const isInside = (folder: string, path: string): boolean =>
  relative(folder, path).split(sep)[0] !== "..";

const beginsAsSaved = (text: string): boolean =>
  text
    .trimStart()
    .replace(/^\{\s*/, "")
    .startsWith(`"format": "${savedFormat}"`);

/** Fails where something else than a new file or evidence saved earlier would be replaced. */
function checkTarget(
  file: string,
  path: string,
  evidence: readonly string[],
  project: string,
): void {
  const expected = "expected a new file, or one of saved evidence to replace";
  if (projectFolders.some((name) => isInside(join(project, name), path)))
    throw new UsageError(`"${file}" is among the project's sources, ${expected}`);
  if (!existsSync(path)) return;
  if (!lstatSync(realpathSync(path)).isFile())
    throw new UsageError(`"${file}" is no regular file, ${expected}`);
  if (evidence.some((one) => existsSync(one) && realpathSync(one) === realpathSync(path)))
    throw new UsageError(`"${file}" is the evidence to read, ${expected}`);
  if (!beginsAsSaved(textAt(path) ?? ""))
    throw new UsageError(`"${file}" is something else than saved evidence, ${expected}`);
}

/** Checks where `--save` is to keep the evidence, before any is gathered; returns what keeps it. */
export function prepareSaving(
  { save: file }: { readonly save?: string },
  evidence: readonly string[],
  project: string,
  { folder, host }: Context,
): (evidence: Evidence) => void {
  if (file === undefined) return () => undefined;
  const path = resolve(folder, file);
  const sources = evidence.map((one) => resolve(folder, one));
  const before = attempt(`write "${file}"`, () => {
    checkTarget(file, path, sources, project);
    return textAt(path);
  });
  return (gathered) => {
    const text = writeEvidence(gathered);
    attempt(`write "${file}"`, () => replaceFiles([{ path, before, text }], host));
  };
}
