import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Diagnostic } from "../../../diagnostic.ts";
import { attempt, CannotBuild } from "../../../files/system-error.ts";
import { newFiles, replaceBelow, textAt } from "../../../files/write-files.ts";
import { loadRegistry } from "../../../registry/load.ts";
import { openProject } from "../../../registry/project.ts";
import type { Registry } from "../../../registry/registry.ts";
import type { InitOptions } from "../../commands/init.ts";
import { type Context, type ExitStatus, exitStatus, fails, printReport } from "../../context.ts";
import { hasSites } from "../../project-folder.ts";
import { replaceSchemas, schemasOf } from "../schema.ts";
import type { Answers, Service } from "./answers.ts";
import { Cancelled, createAsker } from "./asker.ts";
import { judgePlan, tryPlan } from "./judge-plan.ts";
import { dependsOnUs } from "./manifest.ts";
import { nextSteps } from "./next-steps.ts";
import { planData, type Drafted } from "./plan-data.ts";
import { type FolderState, planSurroundings } from "./plan-surroundings.ts";
import { askRest } from "./questions.ts";
import { completeAnswers, readFlags, type PartialAnswers } from "./partial-answers.ts";
import { likeServices } from "./read-answer.ts";
import { readSource, type DraftSource } from "./source.ts";

const foldersAbove = (folder: string): string[] =>
  dirname(folder) === folder ? [] : [dirname(folder), ...foldersAbove(dirname(folder))];

function lookAround(folder: string, { version }: Context): FolderState {
  const isRoot = (one: string) => existsSync(join(one, ".git"));
  const above = foldersAbove(folder);
  const root = [folder, ...above].findIndex(isRoot);
  const inRepository = root < 0 ? above : above.slice(0, root);
  const textOf = (path: string) => textAt(join(folder, path));
  return {
    textOf,
    version,
    isInPackage: inRepository.some((one) => dependsOnUs(textAt(join(one, "package.json")))),
    isInRepository: root > 0,
  };
}

/** What is said on the command line and, where somebody is there to be asked, what is answered. */
async function gatherAnswers(
  options: InitOptions,
  suggested: PartialAnswers,
  registry: Registry,
  { terminal }: Context,
): Promise<Answers> {
  const fromFlags = readFlags(options, registry);
  if (!terminal) return completeAnswers({ ...suggested, ...fromFlags });
  return completeAnswers(
    await askRest(fromFlags, suggested, registry, await createAsker(terminal)),
  );
}

/** Rules that want the page to lead to where a visitor chooses. */
const wantsPreferences: ReadonlySet<string> = new Set([
  "withdrawal-link-missing",
  "refusal-means-missing",
]);

const tell = ({ message, hint }: Diagnostic): string =>
  hint === undefined ? message : `${message} (${hint})`;

/** What is still to be found out of a site, by what is wrong with its first plan. */
function remarksOn(
  site: string,
  diagnostics: readonly Diagnostic[],
  { services }: Answers,
): string[] {
  const begun = services.flatMap(({ id, name, isKnown }) =>
    isKnown ? [] : [{ name, file: `data/providers/${id}.yaml` }],
  );
  const told = new Set([site, ...begun.map(({ file }) => file)]);
  const open = diagnostics.filter(({ severity }) => severity !== "note");
  const files = new Set(open.map(({ location }) => location.file));
  return [
    ...begun.map(({ name, file }) => `what ${name} sets: ${file}`),
    ...open.filter(({ location }) => location.file === site).map(tell),
    ...[...files].filter((file) => !told.has(file)).map((file) => `what lint finds in ${file}`),
  ];
}

interface Plan {
  readonly files: ReadonlyMap<string, string>;
  readonly schemas: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Plans the facts, and says in them what the rules then ask for. */
function plan(answers: Answers, drafted: Drafted, registry: Registry, today: string): Plan {
  const { project } = registry;
  const site = `data/sites/${answers.id}.yaml`;
  const first = planData(
    answers,
    drafted,
    registry,
    { needsPreferences: false, remarks: [] },
    today,
  );
  const diagnostics = tryPlan(project, first, (planned) => judgePlan(planned, today));
  const needsPreferences = diagnostics.some(({ rule }) => wantsPreferences.has(rule));
  const rest = diagnostics.filter(({ rule }) => !wantsPreferences.has(rule));
  const shown = { needsPreferences, remarks: remarksOn(site, rest, answers) };
  const files = planData(answers, drafted, registry, shown, today);
  return tryPlan(project, files, (planned) => ({
    files,
    schemas: schemasOf(planned),
    diagnostics: judgePlan(planned, today),
  }));
}

const nothingDrafted: Drafted = { files: new Map(), uses: [] };

const count = (number: number, thing: string): string =>
  `${number} ${thing}${number === 1 ? "" : "s"}`;

function tellEnd(diagnostics: readonly Diagnostic[]): string {
  const of = (severity: Diagnostic["severity"]) =>
    diagnostics.filter((one) => one.severity === severity).length;
  const [errors, warnings] = [of("error"), of("warning")];
  if (errors + warnings === 0) return "";
  return `lint will report ${count(errors, "error")} and ${count(warnings, "warning")}: what is still to be found out, as comments in the files say\n`;
}

function tellBegun({ id, name }: Service, folder: string, registry: Registry): string {
  const file = registry.project.name(join(folder, "data", "providers", `${id}.yaml`));
  const like = likeServices(name, registry);
  const others = like.length > 0 ? ` (it has ${like.join(", ")})` : "";
  return `not in the catalogue${others}, begun: ${file}\n`;
}

/** Begins a project from what is said, asked and shown; whole or not at all, and nothing that stands is changed. */
export async function runInit(options: InitOptions, context: Context): Promise<ExitStatus> {
  try {
    return await begin(options, context);
  } catch (error) {
    if (!(error instanceof Cancelled)) throw error;
    context.err("cancelled, nothing was written\n");
    return exitStatus.impossible;
  }
}

async function begin(options: InitOptions, context: Context): Promise<ExitStatus> {
  const folder = resolve(context.folder, options.project ?? ".");
  if (attempt(`read "${folder}"`, () => hasSites(folder)))
    throw new CannotBuild(
      `"${folder}" has data/sites already, nothing was written\n(for another service there: npx cookie-ledger add, or provider new where the catalogue lacks it)`,
    );
  const project = openProject(folder, context.folder);
  const { registry } = loadRegistry(project);
  let source: DraftSource | undefined;
  if (options.from) source = await readSource(options.from, registry, context);
  const problems = source?.diagnostics ?? [];
  printReport(problems, context.err);
  if (fails(problems, false)) {
    context.err("nothing was written\n");
    return exitStatus.problems;
  }
  const today = context.today();
  const answers = await gatherAnswers(options, source?.suggested ?? {}, registry, context);
  const drafted = source?.draft(answers, registry, today);
  const data = plan(answers, drafted ?? nothingDrafted, registry, today);
  const place = lookAround(folder, context);
  const around = planSurroundings(answers, place);
  const files = [
    ...newFiles(folder, around.files),
    ...replaceSchemas(project, data.schemas),
    ...newFiles(folder, data.files),
  ];
  const isManifestNew = around.files.has("package.json");
  const steps = nextSteps(folder, context.folder, place, isManifestNew);
  const written = attempt(`write the files of "${folder}"`, () =>
    replaceBelow(folder, files, context.host),
  );
  context.out(written.map((path) => `${project.name(path)}\n`).join(""));
  for (const line of [...(drafted?.remarks ?? []), ...around.byHand]) context.err(`${line}\n`);
  for (const service of answers.services)
    if (!service.isKnown) context.err(tellBegun(service, folder, registry));
  context.err(tellEnd(data.diagnostics));
  context.err(`next:\n${steps.map((step) => `  ${step}\n`).join("")}`);
  return exitStatus.ok;
}
