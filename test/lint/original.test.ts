import { expect, test } from "vitest";
import { lint } from "../../src/lint/lint.ts";
import { lintRules } from "../../src/lint/rules.ts";
import { loadRegistry } from "../../src/registry/load.ts";
import { openProject } from "../../src/registry/project.ts";
import { writeProject } from "../project.ts";
import { today } from "./example.ts";

const cookie = (name: string, usage: string, duration: string, stated: boolean) =>
  `  - name: "${name}"\n${usage}${stated ? `    duration: ${duration}\n` : ""}`;

/** The registry of the original page, which states no duration; a later one of the same platform does. */
function original(stated: boolean) {
  const uses = {
    session: "    function: authentication\n    purposes: [remember-user]\n",
    language:
      "    function: language-selection\n    purposes: [remember-language]\n    category: necessary\n",
    api: "    function: api-protection\n    purposes: [retrieve-api-data]\n",
    choice: "    function: consent-choices\n    purposes: [remember-cookie-preferences]\n",
  };
  const folder = writeProject({
    "data/providers/portal.yaml": `name: Portal\ncookies:\n${[
      cookie("sessionid", uses.session, "2 weeks by default", stated),
      cookie("django_language", uses.language, "12 months", stated),
      cookie("csrftoken", uses.api, "up to 12 months", stated),
      cookie("cookies_preferences", uses.choice, "6 months", stated),
    ].join("")}`,
    "data/sites/portal.yaml":
      "name: Portal\nurl: https://portal.example\nlanguages: [en]\nproviders: [portal]\n",
  });
  const { registry, diagnostics } = loadRegistry(openProject(folder));
  expect(diagnostics).toEqual([]);
  return lint(registry, { rules: lintRules, today });
}

test("without durations, each cookie's duration is missing, and recipients once, with the source", () => {
  const found = original(false);
  for (const [rule, times] of [
    ["duration-missing", 4],
    ["recipients-missing", 1],
  ] as const) {
    const its = found.filter((diagnostic) => diagnostic.rule === rule);
    expect(its).toHaveLength(times);
    for (const { source } of its) expect(source).toMatch(/\(\d{4}(-\d{2}){0,2}\) https:/);
  }
  expect(found.map(({ rule }) => rule)).toContain("controller-missing");
});

test("with durations, the session and language cookies that persist are reported, with the source", () => {
  const found = original(true).filter(({ rule }) => rule.endsWith("-persistent"));
  expect(found.map(({ rule, location: { line } }) => `${line} ${rule}`)).toEqual([
    "6 authentication-persistent",
    "11 interface-persistent",
  ]);
  for (const { source } of found) expect(source).toContain("WP194");
});
