import { existsSync } from "node:fs";
import { join } from "node:path";
import { writeNewFiles } from "../../../files/write-files.ts";
import { openRegistry } from "../../../registry/open.ts";
import type { Entry } from "../../../registry/entry.ts";
import { openProject, type Project } from "../../../registry/project.ts";
import type { Provider } from "../../../registry/schema/provider.ts";
import { id as idSchema, url as urlSchema } from "../../../registry/schema/scalars.ts";
import { expectedOneOf } from "../../../source/suggestions.ts";
import { readBytes } from "../../../source/text-file.ts";
import { readListText } from "../../../lists/read-list.ts";
import { type SkeletonSource, writeSkeleton } from "../../../lists/write-skeleton.ts";
import { factSources } from "../../../vocabulary/vocabulary.ts";
import type { NewProviderOptions } from "../../commands/catalogue/provider.ts";
import {
  type Context,
  type ExitStatus,
  exitStatus,
  printReport,
  UsageError,
} from "../../context.ts";
import { resolveProject } from "../../project-folder.ts";

const maximumBytes = 1024 * 1024;

function sourceOf({ source, sourceKind }: NewProviderOptions, context: Context): SkeletonSource {
  if (!urlSchema.safeParse(source).success)
    throw new UsageError(`bad URL "${source}", expected one such as "https://www.example.org"`);
  const kind = factSources.find((known) => known === sourceKind);
  if (!kind)
    throw new UsageError(
      `unknown kind of source "${sourceKind}", ${expectedOneOf(sourceKind, factSources)}`,
    );
  return { url: source, read: context.today(), kind };
}

/** Why there is nothing to begin, and what to do instead. */
function tellOf({ id, layers: [{ file }] }: Entry<Provider>, project: Project): string {
  const hint = project.owns(file)
    ? `add its cookies to "${file}" by hand, or delete that file and run this again`
    : `name it in a site by "npx cookie-ledger add ${id}"; data/providers/${id}.yaml of the project may say otherwise what differs there`;
  return `provider "${id}" is there already, expected an id of none\n(${hint})`;
}

const schemaLine = "# yaml-language-server: $schema=../schema/provider.json\n";

/** Begins the file of a provider with the cookies of a table; writes none where the table tells of no cookie. */
export async function runNewProvider(
  id: string,
  options: NewProviderOptions,
  context: Context,
): Promise<ExitStatus> {
  const source = sourceOf(options, context);
  if (!idSchema.safeParse(id).success)
    throw new UsageError(`bad id "${id}", expected lower-case letters, digits and single hyphens`);
  const folder = resolveProject(options.project, context);
  const project = openProject(folder, context.folder);
  const known = openRegistry(project).registry.providers.get(id);
  if (known) throw new UsageError(tellOf(known, project));
  const bytes = await context.input(maximumBytes);
  if (!bytes)
    throw new UsageError(
      "no table, expected HTML, Markdown or CSV on the standard input\n(cookie-ledger provider new ID --source URL < table.html)",
    );
  const { text, diagnostics } = readBytes(bytes, "stdin", maximumBytes);
  const found = text ? readListText(text) : { cookies: [], diagnostics: [] };
  printReport([...diagnostics, ...found.diagnostics], context.err);
  if (found.cookies.length === 0) {
    context.err("nothing was written\n");
    return exitStatus.problems;
  }
  const hasSchema = existsSync(join(folder, "data", "schema", "provider.json"));
  const skeleton = writeSkeleton(id, source, found.cookies);
  const file = (hasSchema ? schemaLine : "") + skeleton;
  const files = new Map([[join("data", "providers", `${id}.yaml`), file]]);
  const written = writeNewFiles(folder, files, context.host);
  context.out(written.map((path) => `${project.name(path)}\n`).join(""));
  context.err("say of each cookie what it does and why, then run: npx cookie-ledger lint\n");
  return exitStatus.ok;
}
