import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { packageFolder } from "../../../src/registry/project.ts";
import { createRenderer } from "../../../src/site/render/renderer.ts";
import { readTemplates } from "../../../src/site/render/template-files.ts";
import { type Files, temporaryFolder, writeFiles } from "../../project.ts";
import { english } from "../policy.fixture.ts";
import { original } from "../incremental/state.ts";

const ofPackage = join(packageFolder, "templates");

/** Renders the page with some templates of a project's own. */
function render(folder: string): string {
  const files = readTemplates([join(folder, "templates"), ofPackage], (path) =>
    path.replace(`${folder}/`, ""),
  );
  return Buffer.from(createRenderer(files).page(english)).toString();
}

const project = (files: Files) => writeFiles(temporaryFolder(), files);

const changed = (path: string, from: string, to: string): string => {
  const text = original(path);
  if (!text.includes(from)) throw new Error(`no ${from} in ${path}`);
  return text.replace(from, to);
};

const lineOf = (text: string, part: string): number =>
  text.slice(0, text.indexOf(part)).split("\n").length;

describe("a fault in a template is reported in its own file, at its line,", () => {
  test.each([
    ["behind what includes another", "templates/page.njk", "</main>", "{{ nope }}</main>"],
    ["in what another includes", "templates/policy.njk", "</article>", "{{ nope }}</article>"],
    ["in a macro", "templates/components/row.njk", "<tr{% if", "{{ nope }}<tr{% if"],
    [
      "in a macro that another macro calls",
      "templates/components/cell.njk",
      "{% macro cell(params) %}",
      "{% macro cell(params) %}{{ params.nope }}",
    ],
    ["that calls what is no macro", "templates/page.njk", "</main>", "{{ nope() }}</main>"],
    ["of syntax", "templates/page.njk", "</main>", "{% nope %}</main>"],
  ])("%s", (_, path, from, to) => {
    const text = changed(path, from, to);
    const build = () => render(project({ [path]: text }));
    expect(build).toThrow(`in ${path}:${lineOf(text, to.replace("</main>", ""))}:`);
    expect(build).not.toThrow("render error");
  });

  test("and one that names a template that is not there by its file", () => {
    const text = changed("templates/page.njk", "</main>", '{% include "nope.njk" %}</main>');
    expect(() => render(project({ "templates/page.njk": text }))).toThrow(
      "in templates/page.njk: template not found: nope.njk",
    );
  });

  test("and not where an earlier document had one", () => {
    expect(() => render(project({ "templates/page.njk": "{{ nope }}" }))).toThrow("page.njk:1:");
    expect(() => render(project({ "templates/policy.njk": "{{ nope }}" }))).toThrow(
      "policy.njk:1:",
    );
  });
});

describe("what cannot be read as a template is one sentence:", () => {
  test.each([
    [
      "bytes that are not UTF-8",
      { "templates/page.njk": Buffer.from("Caf\xe9", "latin1") },
      "not UTF-8",
    ],
    ["a file in the place of the folder", { templates: "x" }, '"templates" is a file'],
    ["more than a mebibyte", { "templates/page.njk": " ".repeat(1_048_577) }, "1048577 bytes"],
  ])("%s", (_, files, reason) => {
    expect(() => render(project(files as Files))).toThrow(reason);
  });

  test.each([
    ["to itself", "page.njk", '"templates/page.njk" cannot be read (ELOOP)'],
    ["to nothing", "nowhere", '"templates/page.njk" cannot be read (ENOENT)'],
    ["to a device", "/dev/zero", "leads out of the project"],
    ["out of the project", "/etc/hostname", "leads out of the project"],
  ])("a link %s", (_, target, reason) => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "templates"));
    symlinkSync(target, join(folder, "templates/page.njk"));
    expect(() => render(folder)).toThrow(reason);
  });

  test("a link within the project is followed, and what is hidden is passed over", () => {
    const folder = project({
      "shared/footer.njk": "{% macro footer(params) %}<footer>ours</footer>{% endmacro %}",
      "templates/.notes.njk": "{% nope %}",
    });
    mkdirSync(join(folder, "templates/components"));
    symlinkSync("../../shared/footer.njk", join(folder, "templates/components/footer.njk"));
    expect(render(folder)).toContain("<footer>ours</footer>");
  });
});
