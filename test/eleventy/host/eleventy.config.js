import { cookieLedger } from "cookie-ledger/eleventy";

export default function configure(config) {
  config.addPlugin(cookieLedger, {
    project: "policy",
    pages: [
      {
        site: "bakery",
        layout: "base.njk",
        permalink: ({ policy }) =>
          policy.language.tag === "en" ? "/cookies/" : `/${policy.language.tag}/cookies/`,
      },
    ],
  });
  config.addPassthroughCopy("pages/style.css");
  config.ignores.add("pages/drafts/**");
  return { dir: { input: "pages" }, templateFormats: ["njk", "md"] };
}
