import { resolve } from "node:path";
import { attempt } from "../../files/system-error.ts";
import { newFiles, replaceBelow } from "../../files/write-files.ts";
import { openProject } from "../../registry/project.ts";
import type { ProjectOptions } from "../commands/options.ts";
import { exitStatus, type Context, type ExitStatus } from "../context.ts";
import { replaceSchemas, schemasOf } from "./schema.ts";

const site = `# yaml-language-server: $schema=../schema/site.json
# One site: what its page says of it, and which providers set cookies on it. Every key: docs/registry.md
name: My site
url: https://www.example.org
controller:
  name: My organisation
  email: privacy@example.org
languages: [en]
providers:
  - my-site
updated: DATE
`;

const provider = `# yaml-language-server: $schema=../schema/provider.json
# One service provider and the cookies it sets. This one is you: the cookies of the site itself.
name: My site
operator: site
cookies:
  - name: "session"
    function: authentication
    purposes: [remember-user]
    duration: session
`;

/** The files of a new project, by path: one site that uses one provider, the site last, so that an `init` cut short can be repeated. `today` is the page's first date. */
const scaffold = (today: string): ReadonlyMap<string, string> =>
  new Map([
    ["data/providers/my-site.yaml", provider],
    ["data/sites/my-site.yaml", site.replace("DATE", today)],
  ]);

/**
 * Writes the first files of a project and the schemas by which editors check them; refuses where one of the first
 * stands already, and then writes none.
 */
export function runInit(options: ProjectOptions, context: Context): ExitStatus {
  const folder = resolve(context.folder, options.project ?? ".");
  const project = openProject(folder, context.folder);
  const schemas = schemasOf(project, new Map([["my-site", "My site"]]));
  const files = [
    ...replaceSchemas(project, schemas),
    ...newFiles(folder, scaffold(context.today())),
  ];
  const written = attempt(`write the files of "${folder}"`, () =>
    replaceBelow(folder, files, context.host),
  );
  context.out(written.map((path) => `${project.name(path)}\n`).join(""));
  context.err(`edit these files, then run: npx cookie-ledger build\n`);
  return exitStatus.ok;
}
