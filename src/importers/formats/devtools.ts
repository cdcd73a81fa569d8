import { isMapping } from "../../source/mapping.ts";
import { collect } from "../collect.ts";
import { mappingOf } from "../fields.ts";
import type { Importer } from "../importer.ts";
import { isHostOnly, jarGaps, readJarCookie } from "../browser-cookie.ts";

/** The list in a bare array, a method's result, a whole protocol message, or a report of Blacklight. */
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

const isOurs = (item: unknown): boolean =>
  isMapping(item) && "name" in item && "domain" in item && "expires" in item;

/** Cookies as the Chrome DevTools Protocol lists them (`Network.getAllCookies`, `Storage.getCookies`). */
export const devtools: Importer = {
  id: "devtools",
  title: "cookies of the Chrome DevTools Protocol, Puppeteer or Blacklight",
  recognises({ json }) {
    const cookies = cookiesIn(json);
    return cookies?.length === 0 || (cookies?.some(isOurs) ?? false);
  },
  read: (content) =>
    collect(
      content,
      (cookiesIn(content.json) ?? []).map((item) =>
        readJarCookie(item, content.capturedAt, ({ expires }, domain) => ({
          expires,
          hostOnly: isHostOnly(domain),
        })),
      ),
      jarGaps,
    ),
};
