import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { openRegistry } from "../../../src/registry/open.ts";
import { openProject, packageFolder } from "../../../src/registry/project.ts";
import {
  checkSource,
  citedSources,
  type CitedSource,
  dueProviders,
  type Fingerprints,
  type SourceFinding,
} from "./check-sources.ts";
import { reportDue, reportSources } from "./report-sources.ts";

const file = join(import.meta.dirname, "fingerprints.json");

/** Hosts that are asked at a time; each is asked one thing at a time. */
const hostsAtATime = 8;

async function checkAll(
  sources: readonly CitedSource[],
  fingerprints: Fingerprints,
): Promise<SourceFinding[]> {
  const byHost = new Map<string, CitedSource[]>();
  for (const source of sources) {
    const { host } = new URL(source.url);
    byHost.set(host, [...(byHost.get(host) ?? []), source]);
  }
  const waiting = [...byHost.values()];
  const findings: SourceFinding[] = [];
  const work = async () => {
    for (let its = waiting.pop(); its; its = waiting.pop())
      for (const source of its) findings.push(await checkSource(source, fingerprints));
  };
  await Promise.all(Array.from({ length: hostsAtATime }, work));
  return findings.toSorted((a, b) => (a.url < b.url ? -1 : 1));
}

const { positionals: ids, values } = parseArgs({
  allowPositionals: true,
  options: { due: { type: "boolean" }, renew: { type: "boolean" } },
});

const { registry } = openRegistry(openProject(packageFolder));
const known = registry.providers.all().filter(({ id }) => !id.startsWith("example-"));
const unknown = ids.filter((id) => !known.some((one) => one.id === id));
const providers = known.filter(({ id }) => ids.length === 0 || ids.includes(id));
const due = dueProviders(providers, new Date().toISOString().slice(0, 10));

if (unknown.length > 0) {
  console.error(`error: unknown provider "${unknown[0]}"`);
  process.exitCode = 2;
} else if (values.renew && ids.length === 0) {
  console.error("error: no provider to renew, expected the ids of those that were read again");
  process.exitCode = 2;
} else if (values.due) process.stdout.write(reportDue(due));
else {
  const before = JSON.parse(readFileSync(file, "utf8")) as Fingerprints;
  const findings = await checkAll(citedSources(providers), before);
  process.stdout.write(`${reportSources(findings)}${reportDue(due)}`);
  if (values.renew) {
    const read = findings.flatMap(({ url, fingerprint }) =>
      fingerprint ? [[url, fingerprint] as const] : [],
    );
    const after = Object.entries({ ...before, ...Object.fromEntries(read) });
    const sorted = Object.fromEntries(after.toSorted(([a], [b]) => (a < b ? -1 : 1)));
    writeFileSync(file, `${JSON.stringify(sorted, null, 2)}\n`);
  } else if (findings.some(({ state }) => state === "changed" || state === "gone"))
    process.exitCode = 1;
}
