import { epochOf } from "../observation/date.ts";
import { eachLine } from "./lines.ts";

/** The value of a header and where it stands in the log, counted from 0. */
export interface LoggedHeader {
  readonly value: string;
  readonly offset: number;
}

/** A response of a log: its address and, in epoch milliseconds, its `Date`, where the log tells. */
export interface LoggedResponse {
  readonly url: string | undefined;
  readonly time: number | undefined;
  /** At least one. */
  readonly cookies: readonly LoggedHeader[];
}

const marks = /^[<>*] ?/;
const header = /^(?<name>set-cookie|date|location|host):[ \t]*(?<value>[^]*)$/i;
const address = /^(?:[A-Z]+ )?(?<url>https?:\/\/[^\s/?#]+[^\s]*)(?: HTTP\/[\d.]+)?$/i;
const status = /^HTTP\/[\d.]+ \d{3}/;
const request = /^[A-Z]+ (?<path>\/\S*) HTTP\/[\d.]+$/;

const resolve = (location: string, base: string | undefined): string | undefined =>
  URL.canParse(location, base) ? new URL(location, base).href : undefined;

/** The responses of a log of headers that carry cookies, in order; each ends at an empty line, a status line or another address. */
export function* readResponses(text: string): Generator<LoggedResponse> {
  let url: string | undefined;
  let redirect: string | undefined;
  let path = "/";
  let scheme = "http";
  let time: number | undefined;
  let cookies: LoggedHeader[] = [];
  const close = (): LoggedResponse => {
    const response = { url, time, cookies };
    cookies = [];
    return response;
  };
  for (const { text: line, offset } of eachLine(text)) {
    const mark = line[0];
    const said = line.replace(marks, "").trim();
    if (mark === "*" && /\b(?:TLS|SSL|ALPN)\b/.test(said)) scheme = "https";
    const { name, value = "" } = header.exec(said)?.groups ?? {};
    const next = address.exec(said)?.groups?.["url"];
    if (said === "" || status.test(said) || next !== undefined) {
      if (cookies.length > 0) yield close();
      time = undefined;
      if (status.test(said) && redirect !== undefined) url = redirect;
      if (status.test(said) || next !== undefined) redirect = undefined;
      url = next ?? url;
    } else if (mark === ">") {
      path = request.exec(said)?.groups?.["path"] ?? path;
      if (name?.toLowerCase() === "host") url = resolve(path, `${scheme}://${value}`);
      redirect = undefined;
    } else if (name?.toLowerCase() === "set-cookie") {
      cookies.push({ value, offset });
    } else if (name?.toLowerCase() === "date") {
      time = epochOf(value);
    } else if (name?.toLowerCase() === "location") {
      redirect = resolve(value, url);
    }
  }
  if (cookies.length > 0) yield close();
}
