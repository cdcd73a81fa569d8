import type { Files } from "../../project.ts";

/** A provider of one cookie. */
export const provider = (name: string, recipients = "") => `name: ${name}
recipients: [${recipients}]
cookies:
  - name: "${name}"
    function: authentication
    purposes: [remember-user]
    duration: session
`;

/** A site that shows one provider; in English and French, unless `more` says otherwise. */
export const site = (name: string, shown: string, more = "") =>
  `name: ${name}\nurl: https://${name}.example\nlanguages: [en, fr]\nproviders: [${shown}]\n${more}`;

/** Alpha shows `one`; beta shows `two`, which passes on to `three`; gamma shows `one` by another id,
 * and passes on to `four`. */
export const files: Files = {
  "data/providers/one.yaml": `${provider("One")}formerly: [former-one]\n`,
  "data/providers/two.yaml": provider("Two", "three"),
  "data/providers/three.yaml": provider("Three"),
  "data/providers/four.yaml": provider("Four"),
  "data/sites/alpha.yaml": site("alpha", "one"),
  "data/sites/beta.yaml": site("beta", "two", "outputs: [page]\n"),
  "data/sites/gamma.yaml": `name: gamma
url: https://gamma.example
languages: [fr]
providers:
  - id: former-one
    override: { "One": { recipients: [four] } }
`,
};

const filesOf: Readonly<Record<string, readonly string[]>> = {
  alpha: [
    "_headers",
    "en/fragment.html",
    "en/index.html",
    "fr/fragment.html",
    "fr/index.html",
    "index.html",
  ],
  beta: ["_headers", "en/index.html", "fr/index.html", "index.html"],
  gamma: ["_headers", "fr/fragment.html", "fr/index.html", "index.html"],
};
/** Every file of the output. */
export const all = Object.entries(filesOf).flatMap(([id, names]) =>
  names.map((name) => `${id}/${name}`),
);
/** Those of these sites. */
export const of = (...ids: string[]) => all.filter((path) => ids.includes(path.split("/")[0]!));
/** Those whose paths match. */
export const telling = (paths: readonly string[], ending: RegExp) =>
  paths.filter((path) => ending.test(path));
