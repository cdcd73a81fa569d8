import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { HtmlValidate } from "html-validate";
import { expect, test } from "vitest";
import { arabic, choice, english, german, templates, wide } from "./policy.fixture.ts";
import { sampleFragments, samplePages } from "./samples.ts";
import { createTextRenderer } from "./rendering.ts";

const renderer = createTextRenderer([templates]);

/** A page of a content management system into which somebody pasted the article. */
const foreign = (fragment: string) =>
  `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Intranet</title></head>
<body><header><h1>Intranet</h1></header><main id="main">${fragment.trim()}</main></body></html>`;

const documents: readonly (readonly [name: string, html: string])[] = [
  ["english", renderer.page(english)],
  ["german", renderer.page(german)],
  ["arabic", renderer.page(arabic)],
  ["wide", renderer.page(wide)],
  ["choice", renderer.choice(choice)],
  ["fragment", foreign(renderer.fragment(english))],
  ...samplePages,
  ...[...sampleFragments].map(([path, html]) => [path, foreign(html)] as const),
];

/** `role="list"` says again what its element says, for the sake of Safari: see items.njk. */
const validator = new HtmlValidate({
  extends: ["html-validate:recommended", "html-validate:standard"],
  rules: { "no-redundant-role": "off" },
});

test.each([...documents, ["fragment alone", renderer.fragment(english)] as const])(
  "html-validate has nothing to say about the document %s",
  async (_, html) => {
    const { results } = await validator.validateString(html);
    const problems = results.flatMap(({ messages }) => messages);
    expect(problems.map(({ ruleId, message, line }) => `${line} ${ruleId}: ${message}`)).toEqual(
      [],
    );
  },
);

const redundantList = "The “list” role is unnecessary for element “ul”.";

const jar = createRequire(import.meta.url).resolve("vnu-jar/build/dist/vnu.jar");
/** A run of Java so short does not pay for its best compiler; what the other makes needs a larger stack. */
const briefly = ["-Xss4m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"];
const hasJava = spawnSync("java", ["-version"]).status === 0;

test("the Nu Html Checker finds only the role of lists to be redundant", ({ skip }) => {
  if (!hasJava && process.env["CI"] !== "true") skip("Java is not installed");
  const folder = mkdtempSync(join(tmpdir(), "cookie-ledger-vnu-"));
  try {
    const files = documents.map(([name, html], index) => {
      const file = join(folder, `${index}${name.replaceAll("/", "-")}.html`);
      writeFileSync(file, html);
      return file;
    });
    const report = execFileSync(
      "java",
      [...briefly, "-jar", jar, "--exit-zero-always", "--stdout", "--format", "json", ...files],
      { encoding: "utf8", maxBuffer: 2 ** 26 },
    );
    const { messages } = JSON.parse(report) as { messages: { url: string; message: string }[] };
    expect(messages.length).toBeGreaterThan(0);
    expect(messages.filter(({ message }) => message !== redundantList)).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
