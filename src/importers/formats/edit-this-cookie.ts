import { isMapping } from "../../source/mapping.ts";
import { collect } from "../collect.ts";
import { flagOf } from "../fields.ts";
import type { Importer } from "../importer.ts";
import { jarGaps, readJarCookie } from "../browser-cookie.ts";

const listIn = (json: unknown): readonly unknown[] => (Array.isArray(json) ? json : []);

/** The list that EditThisCookie and Cookie-Editor export, as browsers hand cookies to extensions. */
export const editThisCookie: Importer = {
  id: "edit-this-cookie",
  title: "EditThisCookie or Cookie-Editor JSON",
  recognises: ({ json }) =>
    listIn(json).some(
      (item) =>
        isMapping(item) && "domain" in item && ("hostOnly" in item || "expirationDate" in item),
    ),
  read: (content) =>
    collect(
      content,
      listIn(content.json).map((item) =>
        readJarCookie(item, content.capturedAt, (cookie) => ({
          expires: cookie["expirationDate"],
          hostOnly: flagOf(cookie, "hostOnly"),
        })),
      ),
      jarGaps,
    ),
};
