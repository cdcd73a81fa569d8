import { collect, type Entry } from "./collect.ts";
import type { Importer } from "./importer.ts";
import { reportAt } from "./rules.ts";
import { readResponses, type LoggedHeader, type LoggedResponse } from "./responses.ts";
import { setByHeader } from "./set-by-header.ts";

const gaps = ["headers show no cookie that a script set, and no other storage"];

const anyHeader = /^(?:< ?)?set-cookie:/im;
const statusFirst = /^\s*(?:< ?)?HTTP\/[\d.]+ \d{3}/;

const domainIn = /;\s*domain\s*=\s*\.?(?<domain>[^;\s]+)/i;

/** Of a response whose address is not told, the `Domain` alone says whose a cookie is. */
function readWithoutAddress(header: string, time: number | undefined): Entry | undefined {
  const domain = domainIn.exec(header)?.groups?.["domain"];
  const entry = setByHeader(header, { url: `https://${domain ?? "unknown.invalid"}/`, time });
  if (!entry || "fault" in entry) return entry;
  const { setter: _, path, host, hostOnly, ...known } = entry;
  return {
    ...known,
    ...(path !== undefined && /;\s*path\s*=\s*\//i.test(header) ? { path } : {}),
    ...(domain !== undefined && host !== undefined ? { host, hostOnly: hostOnly ?? false } : {}),
  };
}

function readHeader({ url, time }: LoggedResponse, { value, offset }: LoggedHeader): Entry[] {
  const entry =
    url === undefined ? readWithoutAddress(value, time) : setByHeader(value, { url, time });
  return entry === undefined ? [] : ["fault" in entry ? { ...entry, offset } : entry];
}

/**
 * Lines of `Set-Cookie: …`, as `curl --include` and `curl --verbose` print them or as written by hand: a line that is an
 * address says whose response follows, a `Date` header when it was made.
 */
export const headerLog: Importer = {
  id: "header-log",
  title: "lines of Set-Cookie headers",
  recognises: ({ json, text }) =>
    json === undefined && (statusFirst.test(text) || anyHeader.test(text)),
  read(content) {
    const responses = [...readResponses(content.text)];
    const entries = responses.flatMap((one) => one.cookies.flatMap((two) => readHeader(one, two)));
    const evidence = collect(content, entries, gaps);
    const homeless = responses.find(({ url }) => url === undefined);
    if (!homeless) return evidence;
    const message = "Set-Cookie of an unknown response, expected its address on a line above";
    const hint = 'write a line such as "https://www.example.com/" above the headers';
    const offset = homeless.cookies[0]?.offset ?? 0;
    const problem = { rule: "skipped-evidence", message, hint } as const;
    const warning = reportAt(content, offset, problem, "warning");
    return { ...evidence, diagnostics: [...evidence.diagnostics, warning] };
  },
};
