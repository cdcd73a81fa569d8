import { epochOf } from "../../observation/date.ts";
import { splitSetCookies } from "../../observation/header-text.ts";
import { collect, eachLine, isFault, setByHeader, type EvidenceEntry } from "../collect.ts";
import { reportEvidence } from "../evidence-rules.ts";
import type { Importer } from "../importer.ts";
import { parseUrl } from "../../vocabulary/host.ts";

/** The value of a header and where it stands in the log, counted from 0. */
interface LoggedHeader {
  readonly value: string;
  readonly offset: number;
}

/** A response of a log: its address and, in epoch milliseconds, its `Date`, where the log tells. */
interface LoggedResponse {
  readonly url: string | undefined;
  /** The address may as well begin with `https:`. */
  readonly isGuess: boolean;
  readonly time: number | undefined;
  /** At least one. */
  readonly cookies: readonly LoggedHeader[];
}

/** A line without the mark of curl and the indentation of wget. */
interface LoggedLine {
  readonly mark: string | undefined;
  readonly text: string;
  readonly offset: number;
}

const marks = /^[<>*] ?/;
const lonely = /^:?[a-z][\w-]*:$/i;
const anyName = /^:?[a-z][\w-]*:(?:\s|$)/i;

const header = /^(?<name>set-cookie|date|location|host):[ \t]*(?<value>[^]*)$/i;
const address =
  /^(?:[A-Z]+ |--[\d-]+ [\d:]+-- +)?(?<url>https?:\/\/[^\s/?#]+[^\s]*)(?: HTTP\/[\d.]+)?$/i;
const status = /^HTTP\/[\d.]+ \d{3}/;
const request = /^[A-Z]+ (?<path>\/\S*) HTTP\/[\d.]+$/;

/** The lines of a log; a name that the clipboard of a browser put on a line of its own is joined with its value. */
function* readLines(text: string): Generator<LoggedLine> {
  let name: LoggedLine | undefined;
  for (const { text: line, offset } of eachLine(text)) {
    const one = { mark: line[0], text: line.replace(marks, "").trim(), offset };
    const isValue = name && one.text !== "" && !anyName.test(one.text) && !status.test(one.text);
    if (name) yield isValue ? { ...name, text: `${name.text} ${one.text}` } : name;
    name = !isValue && lonely.test(one.text) ? one : undefined;
    if (!isValue && !name) yield one;
  }
  if (name) yield name;
}

const resolve = (location: string, base: string | undefined): string | undefined =>
  parseUrl(location, base)?.href;

/** The responses of a log of headers that carry cookies, in order; each ends at an empty line, a status line or another address. */
function* readResponses(text: string): Generator<LoggedResponse> {
  let url: string | undefined;
  let redirect: string | undefined;
  let path = "/";
  let scheme: "https" | undefined;
  let isGuess = false;
  let time: number | undefined;
  let cookies: LoggedHeader[] = [];
  const close = (): LoggedResponse => {
    const response = { url, isGuess, time, cookies };
    cookies = [];
    return response;
  };
  for (const { mark, text: said, offset } of readLines(text)) {
    if (mark === "*" && /\b(?:TLS|SSL|ALPN)\b/.test(said)) scheme = "https";
    const { name, value = "" } = header.exec(said)?.groups ?? {};
    const next = address.exec(said)?.groups?.["url"];
    if (said === "" || status.test(said) || next !== undefined) {
      if (cookies.length > 0) yield close();
      time = undefined;
      if (status.test(said) && redirect !== undefined) url = redirect;
      if (status.test(said) || next !== undefined) redirect = undefined;
      if (next !== undefined) [url, isGuess] = [next, false];
    } else if (mark === ">") {
      path = request.exec(said)?.groups?.["path"] ?? path;
      if (name?.toLowerCase() === "host") {
        url = resolve(path, `${scheme ?? "http"}://${value}`);
        isGuess = scheme === undefined;
      }
      redirect = undefined;
    } else if (name?.toLowerCase() === "set-cookie") {
      const headers = splitSetCookies(value);
      for (const one of headers.length > 0 ? headers : [""]) cookies.push({ value: one, offset });
    } else if (name?.toLowerCase() === "date") {
      time = epochOf(value);
    } else if (name?.toLowerCase() === "location") {
      redirect = resolve(value.replace(/ \[following\]$/, ""), url);
    }
  }
  if (cookies.length > 0) yield close();
}

const gaps = ["headers show no cookie that a script set, and no other storage"];

const anyHeader = /^[ \t]*(?:< ?)?set-cookie:/im;
const statusFirst = /^\s*(?:< ?)?HTTP\/[\d.]+ \d{3}/;

const domainIn = /;\s*domain\s*=\s*\.?(?<domain>[^;\s]+)/i;

/** Of a response whose address is not told, the `Domain` alone says whose a cookie is. */
function readWithoutAddress(line: string, time: number | undefined): EvidenceEntry | undefined {
  const domain = domainIn.exec(line)?.groups?.["domain"];
  const entry = setByHeader(line, { url: `https://${domain ?? "unknown.invalid"}/`, time });
  if (!entry || isFault(entry)) return entry;
  const { setter: _, path, host, hostOnly, ...known } = entry;
  return {
    ...known,
    ...(path !== undefined && /;\s*path\s*=\s*\//i.test(line) ? { path } : {}),
    ...(domain !== undefined && host !== undefined ? { host, hostOnly: hostOnly ?? false } : {}),
  };
}

/** A server that asks for `Secure` is asked over https. */
const securely = (url: string, line: string): string =>
  /;\s*secure\s*(?:;|$)/i.test(line) ? url.replace(/^http:/, "https:") : url;

function readHeader(
  { url, isGuess, time }: LoggedResponse,
  { value, offset }: LoggedHeader,
): EvidenceEntry[] {
  const entry =
    url === undefined
      ? readWithoutAddress(value, time)
      : setByHeader(value, { url: isGuess ? securely(url, value) : url, time });
  return entry === undefined ? [] : [isFault(entry) ? { ...entry, offset } : entry];
}

/**
 * Lines of `Set-Cookie: …`, as `curl --include`, `curl --verbose` and `wget --server-response` print them, as browsers
 * copy them, or as written by hand: a line that is an address says whose response follows, a `Date` header when it was
 * made.
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
    const warning = reportEvidence(content, offset, problem, "warning");
    return { ...evidence, diagnostics: [...evidence.diagnostics, warning] };
  },
};
