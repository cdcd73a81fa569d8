import { isMapping, type Mapping } from "../../source/mapping.ts";
import { jarGaps, readJarCookie } from "../browser-cookie.ts";
import { collect } from "../collect.ts";
import { mappingOf } from "../fields.ts";
import type { Importer } from "../importer.ts";

/** The list in a bare array, under a key, in a method's result, a whole protocol message, or a report of Blacklight. */
function cookiesIn(json: unknown): readonly unknown[] | undefined {
  if (Array.isArray(json)) return json;
  if (!isMapping(json)) return undefined;
  const lists = [
    json["cookies"],
    mappingOf(json, "result")["cookies"],
    mappingOf(json, "reports")["cookies"],
    json["browser_cookies"],
  ];
  return lists.find((list): list is unknown[] => Array.isArray(list));
}

const isCookie = (item: Mapping): boolean =>
  (("name" in item || "key" in item) && "domain" in item) ||
  ("Name raw" in item && "Host raw" in item);

/**
 * Lists of cookies, as the DevTools protocol, Puppeteer, WebDriver, Cypress, tough-cookie and the extensions of browsers
 * write them. They differ in a few keys, none of which is another's under another meaning.
 */
export const cookieList: Importer = {
  id: "cookie-list",
  title:
    "JSON lists of cookies (Chrome DevTools Protocol, Puppeteer, Selenium, Cypress, tough-cookie, EditThisCookie, Cookie-Editor, J2TEAM, Cookie Quick Manager)",
  recognises({ json }) {
    const cookies = cookiesIn(json);
    return (
      cookies?.length === 0 || (cookies?.some((one) => isMapping(one) && isCookie(one)) ?? false)
    );
  },
  read: (content) =>
    collect(
      content,
      (cookiesIn(content.json) ?? []).map((item) => readJarCookie(item, content.capturedAt)),
      jarGaps,
    ),
};
