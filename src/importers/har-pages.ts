import { addressOf } from "../observation/address.ts";
import { isMapping, type Mapping } from "../registry/mapping.ts";
import { listOf, mappingOf, textOf } from "./fields.ts";

const isRedirect = (entry: Mapping): boolean => {
  const status = mappingOf(entry, "response")["status"];
  return typeof status === "number" && status >= 300 && status < 400;
};

const isDocument = (entry: Mapping): boolean =>
  /\bhtml\b/i.test(textOf(mappingOf(mappingOf(entry, "response"), "content"), "mimeType") ?? "");

const urlOf = (entry: Mapping): string | undefined =>
  addressOf(textOf(mappingOf(entry, "request"), "url") ?? "");

/**
 * The address of the page to which each entry belongs: of its first document that is no redirect, else the page's title
 * where that is an address, else of its first entry. A HAR without pages counts as one page.
 */
export function pagesOf(
  log: Mapping,
  entries: readonly Mapping[],
): (entry: Mapping) => string | undefined {
  const documents = new Map<string | undefined, string>();
  const firsts = new Map<string | undefined, string>();
  for (const entry of entries) {
    const [page, url] = [textOf(entry, "pageref"), urlOf(entry)];
    if (url === undefined) continue;
    if (!firsts.has(page)) firsts.set(page, url);
    if (!documents.has(page) && isDocument(entry) && !isRedirect(entry)) documents.set(page, url);
  }
  const titles = new Map<string | undefined, string>();
  for (const page of listOf(log, "pages").filter(isMapping)) {
    const url = addressOf(textOf(page, "title") ?? "");
    if (url !== undefined) titles.set(textOf(page, "id"), url);
  }
  return (entry) => {
    const page = textOf(entry, "pageref");
    return documents.get(page) ?? titles.get(page) ?? firsts.get(page);
  };
}
