import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { addressOfCarrier, type Thing } from "./storage-fixture.ts";

/** Which consent manager asks. */
export type Banner = "vanilla" | "klaro" | "none";

export const banners: readonly Banner[] = ["vanilla", "klaro", "none"];

const { resolve } = createRequire(import.meta.url);
/** The scripts of the two managers. */
export const vanilla = readFileSync(
  resolve("vanilla-cookieconsent").replace(/\.esm\.js$/, ".umd.js"),
  "utf8",
);
export const klaro = readFileSync(resolve("klaro"), "utf8");

const loadVanilla = `<script src="/vanilla.js"></script><script>
CookieConsent.run({
  onConsent: () => chosen(CookieConsent.acceptedCategory("statistics")),
  categories: { necessary: { enabled: true, readOnly: true }, statistics: {} },
  language: { default: "en", translations: { en: {
    consentModal: { title: "Cookies", description: "We use cookies.",
      acceptAllBtn: "Accept all", acceptNecessaryBtn: "Reject all" },
    preferencesModal: { sections: [] },
  } } },
});
</script>`;

const loadKlaro = `<script>
klaroConfig = {
  acceptAll: true,
  translations: { en: { purposes: { statistics: "Statistics" } } },
  services: [{ name: "statistics", purposes: ["statistics"] }],
};
</script><script src="/klaro.js"></script><script>
addEventListener("load", () => {
  const manager = klaro.getManager();
  const tell = () => manager.confirmed && chosen(manager.getConsent("statistics"));
  manager.watch({ update: (_, type) => type === "saveConsents" && tell() });
  tell();
});
</script>`;

const loaders: Readonly<Record<Banner, string>> = {
  vanilla: loadVanilla,
  klaro: loadKlaro,
  none: "",
};

const tagOf = ({ carrier }: Thing): string =>
  carrier === "script" ? "script" : carrier.startsWith("frame") ? "iframe" : "img";

/** Loads what is set after a choice: the banner calls `chosen`, again on every page after the choice. */
export function pageOf(things: readonly Thing[], banner: Banner): string {
  const carried = (when: Thing["when"]) =>
    things
      .filter((thing) => thing.carrier !== "page" && thing.when === when)
      .map((thing) => [tagOf(thing), addressOfCarrier(thing)]);
  const elements = carried(undefined).map(([tag, url]) => `<${tag} src="${url}"></${tag}>`);
  const later = { accepted: carried("accepted"), rejected: carried("rejected") };
  return `<!doctype html><title>Shop</title><body>
${elements.join("\n")}
<script>
later = ${JSON.stringify(later)};
chosen = (accepted) => {
  for (const [tag, src] of later[accepted ? "accepted" : "rejected"])
    document.body.append(Object.assign(document.createElement(tag), { src }));
};
</script>
${loaders[banner]}`;
}
