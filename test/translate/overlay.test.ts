import { expect, test } from "vitest";
import { openProject } from "../../src/registry/project.ts";
import { fingerprint } from "../../src/registry/languages/texts.ts";
import { writeProject } from "../project.ts";
import { importText, packaged, poText, retranslate } from "./languages.ts";

const ownEnglish = { "content/en/terms.yaml": "functions: { own-thing: An own thing }\n" };

test("a project's own term is translated in a file of its own, which holds nothing else", () => {
  const project = openProject(writeProject(ownEnglish));
  const text = retranslate(poText(project, "fr"), "terms/functions.own-thing", "Une chose");
  const { imported } = importText(project, text);
  expect(imported!.files.get("content/fr/terms.yaml")).toBe("functions:\n  own-thing: Une chose\n");
  expect(imported!.files.has("content/fr/policy.md")).toBe(false);
});

test("a changed term goes into the project's file, after the one before it", () => {
  const project = openProject(
    writeProject({
      ...ownEnglish,
      "content/fr/terms.yaml": "# ours\ncolumns:\n  name: Nom # court\n",
    }),
  );
  const text = retranslate(poText(project, "fr"), "terms/columns.purposes", "Pourquoi");
  expect(importText(project, text).imported!.files.get("content/fr/terms.yaml")).toBe(
    "# ours\ncolumns:\n  name: Nom # court\n  purposes: Pourquoi\n",
  );
});

test("a changed passage makes the whole policy the project's", () => {
  const project = openProject(writeProject({}));
  const text = retranslate(poText(project, "fr"), "prose/access/2", "Publicité.");
  expect(importText(project, text).imported!.files.get("content/fr/policy.md")).toBe(
    packaged("fr/policy.md").replace("Ce site utilise des cookies tiers.", "Publicité."),
  );
});

test("a record says of each text of the project what it was made from", () => {
  const project = openProject(writeProject(ownEnglish));
  const text = retranslate(poText(project, "fr"), "terms/functions.own-thing", "Une chose");
  expect(
    importText(project, text).imported!.files.get("content/fr/translated-from.yaml"),
  ).toContain(`terms/functions.own-thing: "${fingerprint("An own thing")}"\n`);
});
