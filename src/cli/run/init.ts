import { resolve } from "node:path";
import { writeNewFiles } from "../../files/write-files.ts";
import type { ProjectOptions } from "../commands/options.ts";
import { exitStatus, type Context, type ExitStatus } from "../context.ts";

const site = `# One site: what its page says of it, and which providers set cookies on it. Every key: docs/registry.md
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

const provider = `# One service provider and the cookies it sets. This one is you: the cookies of the site itself.
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

/** Writes the first files of a project; refuses where one of them stands already, and then writes none. */
export function runInit({ project }: ProjectOptions, context: Context): ExitStatus {
  const folder = resolve(context.folder, project);
  const written = writeNewFiles(folder, scaffold(context.today()), context.host);
  context.out(written.map((path) => `${path}\n`).join(""));
  context.err(`edit these files, then run: npx cookie-ledger build\n`);
  return exitStatus.ok;
}
