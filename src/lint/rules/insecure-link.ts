import type { WrittenScalar } from "../../source/yaml/locate.ts";
import { exampleCookie, exampleProvider } from "../examples/example.ts";
import type { CraftRule } from "../rule.ts";

const example = (scheme: string) =>
  exampleProvider({ privacyPolicy: `${scheme}://example.example/privacy` }, [exampleCookie("sid")]);

const linkKeys = new Set([
  "policyUrl",
  "privacyPolicy",
  "optOut",
  "sources",
  "preferences",
  "objection",
]);

/** The `url` of a site itself is left out: it says which site is meant, and only its operator can move it. */
function isInsecureLink({ path, part, text }: WrittenScalar): boolean {
  const [parent = "", key = parent] = path.slice(-2).map(String);
  const isLink =
    linkKeys.has(key) || linkKeys.has(parent) || (parent === "authority" && key === "url");
  return isLink && part === "value" && text.startsWith("http:");
}

/** Another port than the usual one serves one scheme only, so that no other address follows from it. */
const hasPort = (url: string): boolean => /^http:\/\/[^/?#]*:\d/.test(url);

export const insecureLink: CraftRule = {
  id: "insecure-link",
  severity: "warning",
  needs: "file",
  summary: "A link leads to an address without encryption.",
  why: "Whoever is on the same network can read and change what a visitor sees at such an address, even a privacy policy or the page where consent is withdrawn.",
  source: { document: "W3C TAG, Securing the Web", date: "2015-01-22", certainty: "B" },
  bad: example("http"),
  good: example("https"),
  check({ kind, source }) {
    const isLinking = kind === "provider" || kind === "site";
    if (!isLinking || !source.text.includes("http:")) return [];
    return source
      .scalars()
      .filter(isInsecureLink)
      .map(({ path, start, text, written }) => {
        const [{ length }] = /^["']?/.exec(written)!;
        const isFixable = written.startsWith("http:", length) && !hasPort(text);
        const at = start + length;
        return {
          path,
          message: `address "${text}" without encryption, expected one that starts with "https:"`,
          hint: "open the address with https: first, to see that it answers",
          ...(isFixable ? { fix: { start: at, end: at + 5, text: "https:" } } : {}),
        };
      });
  },
};
