import { isMapping } from "../../source/mapping.ts";
import { collect } from "../collect.ts";
import type { Importer } from "../importer.ts";
import { isHostOnly, jarGaps, readJarCookie } from "../browser-cookie.ts";

const listIn = (json: unknown): readonly unknown[] => (Array.isArray(json) ? json : []);

/** The list of WebDriver's "Get All Cookies", in which a session cookie has no end at all. */
export const selenium: Importer = {
  id: "selenium",
  title: "Selenium or WebDriver cookies",
  recognises: ({ json }) =>
    listIn(json).some((item) => isMapping(item) && "name" in item && "domain" in item),
  read: (content) =>
    collect(
      content,
      listIn(content.json).map((item) =>
        readJarCookie(item, content.capturedAt, (cookie, domain) => ({
          expires: cookie["expiry"],
          hostOnly: isHostOnly(domain),
        })),
      ),
      jarGaps,
    ),
};
