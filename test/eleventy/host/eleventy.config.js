import { cookieLedger } from "cookie-ledger/eleventy";
import configurePlain from "./plain.config.js";

export default function configure(config) {
  config.hasPolicy = true;
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
  return configurePlain(config);
}
