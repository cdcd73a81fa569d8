import type { Answers } from "./answers.ts";
import { json, scriptsToAdd, writeManifest } from "./manifest.ts";

/** What stands where a project begins. */
export interface FolderState {
  /** The text of a file of the project's folder; `undefined` where there is none. */
  readonly textOf: (path: string) => string | undefined;
  /** Whether a folder above, in the same repository, belongs to a project of npm that has the package installed. */
  readonly isInPackage: boolean;
  /** Whether a folder above is the root of a repository. */
  readonly isInRepository: boolean;
  /** Of the package. */
  readonly version: string;
}

/** What stands around the facts of a new project, and what a person has to add by hand, a sentence each. */
export interface Surroundings {
  readonly files: ReadonlyMap<string, string>;
  readonly byHand: readonly string[];
}

const ignored = "node_modules/\n_site/\n._site.*\n.cookie-ledger.lock\n";

/** Files that name no schema of their own. */
const editorSettings = json({
  "yaml.schemas": {
    "data/schema/site.json": "data/sites/**/*.yaml",
    "data/schema/provider.json": "data/providers/*.yaml",
    "data/schema/jurisdiction.json": "data/jurisdictions/*.yaml",
    "data/schema/terms.json": "content/*/terms.yaml",
  },
});

const editorExtensions = json({ recommendations: ["redhat.vscode-yaml"] });

const github = `name: Cookies
on:
  pull_request:
  push:
    branches: [main]
jobs:
  lint:
    runs-on: ubuntu-latest
    permissions:
      contents: read
      security-events: write
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 24
      - run: npm ci
      - id: lint
        uses: ./node_modules/cookie-ledger
      - uses: github/codeql-action/upload-sarif@v3
        if: always() && steps.lint.outputs.sarif != ''
        with:
          sarif_file: \${{ steps.lint.outputs.sarif }}
`;

const gitlab = `cookies:
  image: node:24
  script:
    - npm ci
    - npx cookie-ledger lint --format gitlab --output-file gl-code-quality-report.json
  after_script:
    - npx cookie-ledger lint --format junit --output-file junit.xml
  artifacts:
    when: always
    reports:
      codequality: gl-code-quality-report.json
      junit: junit.xml
`;

const pipelineFiles = {
  github: { path: ".github/workflows/cookies.yml", text: github },
  gitlab: { path: ".gitlab-ci.yml", text: gitlab },
} as const;

/** What a project's README says; `start` is what comes before the name of a command. */
const readme = (
  { id, name, languages }: Answers,
  start: string,
): string => `# Cookie policy of ${name}

The facts stand in \`data/\`, a file for the site and one for each service provider.

- \`${start} lint\` reports what is wrong or still to be found out.
- \`${start} dev\` shows the pages while you write.
- \`${start} build\` writes them to \`_site/\`, such as \`_site/${id}/${languages[0]}/index.html\`.

Every key is explained in \`node_modules/cookie-ledger/docs/registry.md\`.
`;

const alreadyThere = (path: string, rest: string): string => `${path} is there already: ${rest}`;

function planManifest({ textOf, isInPackage, version }: FolderState): Surroundings {
  const text = textOf("package.json");
  if (text === undefined && isInPackage) return { files: new Map(), byHand: [] };
  const written = writeManifest(version);
  if (text === undefined || text === written)
    return { files: new Map([["package.json", written]]), byHand: [] };
  const missing = scriptsToAdd(text);
  const command = `npm pkg set ${missing.join(" ")}`;
  const byHand = alreadyThere("package.json", `add its scripts by\n  ${command}`);
  return { files: new Map(), byHand: missing.length > 0 ? [byHand] : [] };
}

function planPipeline({ pipeline }: Answers, place: FolderState): Surroundings {
  if (pipeline === "none") return { files: new Map(), byHand: [] };
  const { path, text } = pipelineFiles[pipeline];
  const before = place.textOf(path);
  const job = "add the job that node_modules/cookie-ledger/docs/ci.md shows";
  if (place.isInRepository)
    return { files: new Map(), byHand: [`${path} belongs to the root of the repository: ${job}`] };
  return before === undefined || before === text
    ? { files: new Map([[path, text]]), byHand: [] }
    : { files: new Map(), byHand: [alreadyThere(path, job)] };
}

/** Plans what a project has beside its facts; of what stands already nothing is changed. */
export function planSurroundings(answers: Answers, place: FolderState): Surroundings {
  const manifest = planManifest(place);
  const start = manifest.files.has("package.json") ? "npm run" : "npx cookie-ledger";
  const quiet = new Map([
    [".gitignore", ignored],
    [".vscode/settings.json", editorSettings],
    [".vscode/extensions.json", editorExtensions],
    ["README.md", readme(answers, start)],
  ]);
  const parts = [manifest, planPipeline(answers, place)];
  const kept = [...quiet].filter(([path, text]) => (place.textOf(path) ?? text) !== text);
  const keptPaths = new Set(kept.map(([path]) => path));
  return {
    files: new Map([
      ...[...quiet].filter(([path]) => !keptPaths.has(path)),
      ...parts.flatMap(({ files }) => [...files]),
    ]),
    byHand: [
      ...kept.map(([path]) => `${path} is there already and stays as it is`),
      ...parts.flatMap(({ byHand }) => byHand),
    ],
  };
}
