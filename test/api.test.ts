import { appendFileSync, cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runAlone, startCommand } from "./cli/start.ts";
import { copyHost } from "./eleventy/host.ts";
import { root } from "./project.ts";

const examplesIn = (document: string) =>
  [
    ...readFileSync(join(root, document), "utf8").matchAll(
      /^```js\n\/\/ (\S+)\n(.*?)^```\n\n```text\n(.*?)^```$/gms,
    ),
  ].map(([, name = "", program = "", output = ""]) => [name, { program, output }] as const);

const examples = examplesIn("docs/api.md");

const cookies = [
  { name: "basket", domain: "bakery.example", path: "/", expires: -1 },
  { name: "_fbp", domain: ".bakery.example", path: "/", expires: 1_800_000_000 },
];

/** A folder with the project `policy` of the sample site, one that is broken, and evidence. */
function prepare(): string {
  const folder = copyHost();
  cpSync(join(folder, "policy"), join(folder, "broken"), { recursive: true });
  appendFileSync(join(folder, "broken/data/sites/bakery.yaml"), "colour: red\n");
  writeFileSync(join(folder, "state.json"), JSON.stringify({ cookies, origins: [] }));
  return folder;
}

describe("docs/api.md", () => {
  test("has an example of every function", () => {
    const programs = examples.map(([, { program }]) => program).join("");
    for (const name of ["loadProject", "lint", "audit", "build", "describePolicies"])
      expect(programs).toContain(`${name}(`);
  });

  test.each(examples)("says what %s prints", async (name, { program, output }) => {
    const folder = prepare();
    writeFileSync(join(folder, name), program);
    const { status, stdout, stderr } = await startCommand(folder, [process.execPath, name]).ended;
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: output, stderr: "" });
  });
});

test.each(examplesIn("docs/json.md"))("docs/json.md says what %s prints", async (name, example) => {
  const folder = prepare();
  appendFileSync(join(folder, "policy/data/sites/bakery.yaml"), "outputs: [json]\n");
  await runAlone(folder, "build", "--project", "policy", "--output", "public");
  writeFileSync(join(folder, name), example.program);
  const { stdout, stderr } = await startCommand(folder, [process.execPath, name]).ended;
  expect({ stdout, stderr }).toEqual({ stdout: example.output, stderr: "" });
});

test("what is no project of loadProject is refused, and so is an unknown site", async () => {
  const folder = prepare();
  const program = `
    import { audit, lint, loadProject } from "cookie-ledger";
    const project = loadProject("policy");
    const refused = (call) => { try { call(); } catch ({ message }) { console.log(message); } };
    refused(() => lint({ ...project }));
    refused(() => audit(project, { site: "bakry", evidence: [] }));
  `;
  writeFileSync(join(folder, "refused.js"), program);
  const { stdout } = await startCommand(folder, [process.execPath, "refused.js"]).ended;
  expect(stdout.split("\n")).toEqual([
    "no project of loadProject, expected the very object that it gave",
    'unknown site "bakry", expected "bakery"',
    "",
  ]);
});

test("the package opens what it documents, and closes the rest", async () => {
  const folder = prepare();
  const program = `
    const names = ["cookie-ledger/eleventy", "cookie-ledger/schema/policy-1.json", "cookie-ledger/package.json",
      "cookie-ledger/dist/api.js", "cookie-ledger/data/purposes.yaml"];
    for (const name of names) {
      try { import.meta.resolve(name); console.log(name, "open"); }
      catch ({ code }) { console.log(name, code); }
    }
  `;
  writeFileSync(join(folder, "open.js"), program);
  const { stdout } = await startCommand(folder, [process.execPath, "open.js"]).ended;
  expect(stdout.split("\n")).toEqual([
    "cookie-ledger/eleventy open",
    "cookie-ledger/schema/policy-1.json open",
    "cookie-ledger/package.json open",
    "cookie-ledger/dist/api.js ERR_PACKAGE_PATH_NOT_EXPORTED",
    "cookie-ledger/data/purposes.yaml ERR_PACKAGE_PATH_NOT_EXPORTED",
    "",
  ]);
});
