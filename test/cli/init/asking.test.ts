import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { findChoices } from "../../../src/cli/run/init/asker.ts";
import { runInit } from "../../../src/cli/run/init/init.ts";
import type { InitOptions } from "../../../src/cli/commands/init.ts";
import { temporaryFolder } from "../../project.ts";
import { host } from "../../site/output/site.ts";
import { createTestContext } from "../context.ts";

const enter = "\r";
const down = "\u001b[B";
const erase = "\u007f";
const cancel = "\u0003";

/** Types an answer each time that the question with these words is shown, and tells what was shown. */
async function typeInto(
  options: InitOptions,
  answers: readonly (readonly [question: string, ...keys: string[]])[],
) {
  const folder = temporaryFolder();
  const [input, output] = [new PassThrough(), new PassThrough()];
  const { context, out, err } = createTestContext({ folder, host, terminal: { input, output } });
  const left = [...answers];
  let shown = "";
  let all = "";
  output.setEncoding("utf8").on("data", (text: string) => {
    shown += text;
    all += text;
    const [question = "", ...keys] = left[0] ?? [];
    if (question === "" || !shown.includes(question)) return;
    shown = "";
    left.shift();
    // One key at a time, as a person types: an escape sequence is one.
    keys.forEach((key, index) => setTimeout(() => input.write(key), 20 * (index + 1)));
  });
  const status = await runInit(options, context);
  return { folder, status, left, shown: all, stdout: out.join(""), stderr: err.join("") };
}

test("asks what no option says, and writes what was answered", async () => {
  const { folder, status, left, shown } = await typeInto({ name: "Shop", country: ["DE"] }, [
    ["The site's address", "shop", enter],
    [
      "expected an absolute address",
      ...Array<string>(4).fill(erase),
      "https://shop.example",
      enter,
    ],
    ["Languages of the policy", "en de", enter],
    ["Who answers for the data", "Shop GmbH", enter],
    ["e-mail address for questions", "privacy@shop.example", enter],
    ["Authority for complaints", enter],
    ["Which service does it use", "matom", enter],
    ["features of Matomo", " ", enter],
    ["Which else", "YouTube", enter],
    ["Which else", enter],
    ["Which consent banner", "vanilla", enter],
    ["Write a pipeline", down, enter],
  ]);
  expect({ status, left }).toEqual({ status: 0, left: [] });
  expect(shown).toContain("heatmaps: Recording of visits (_pk_hsr.*)");
  const site = parse(readFileSync(join(folder, "data/sites/shop-example.yaml"), "utf8")) as object;
  expect(site).toMatchObject({
    name: "Shop",
    languages: ["en", "de"],
    jurisdictions: ["DE"],
    controller: { name: "Shop GmbH", email: "privacy@shop.example" },
    providers: [
      { id: "matomo", features: ["custom-variables-in-cookie"] },
      "vanilla-cookieconsent",
    ],
  });
  expect(site).not.toHaveProperty("authority");
  expect(readdirSync(folder)).toContain(".github");
});

test("finds first what has the name that is typed, then what begins with it", () => {
  const choices = [
    { value: "a-log", label: "Catalogue", hint: "shop" },
    { value: "log", label: "Old Log" },
    { value: "other", label: "Log (new)" },
    { value: "logbook", label: "Book" },
    { value: "", label: "No log" },
    { value: "shop", label: "Shop" },
  ];
  const found = (typed: string) => findChoices(typed, choices).map(({ value }) => value);
  expect(found("LOG")).toEqual(["other", "log", "logbook", "a-log"]);
  expect(found("shop")).toEqual(["shop", "a-log"]);
  expect(found("log book")).toEqual(["logbook"]);
});

test("takes countries by names of several words", async () => {
  const said = { url: "https://shop.example", name: "Shop", language: ["en"], ci: "none" };
  const rest = { controller: "S", email: "p@shop.example", service: ["matomo"], banner: "klaro" };
  const { folder } = await typeInto({ ...said, ...rest }, [
    ["In which countries", "Vereinigtes Königreich, de fr", enter],
    ["Authority for complaints", enter],
  ]);
  expect(parse(readFileSync(join(folder, "data/sites/shop-example.yaml"), "utf8"))).toMatchObject({
    jurisdictions: ["UK", "DE", "FR"],
  });
});

test("asks for the parts of a country that have a law of their own", async () => {
  const said = { url: "https://shop.example", name: "Shop", language: ["en"], ci: "none" };
  const rest = {
    controller: "Shop",
    email: "p@shop.example",
    service: ["matomo"],
    banner: "klaro",
  };
  const { folder, status } = await typeInto({ ...said, ...rest }, [
    ["In which countries", "US", enter],
    ["Which of these parts", " ", enter],
    ["Authority for complaints", "CPPA https://cppa.ca.gov", enter],
  ]);
  expect(status).toBe(0);
  const site = readFileSync(join(folder, "data/sites/shop-example.yaml"), "utf8");
  expect(parse(site)).toMatchObject({
    jurisdictions: ["US", "US-CA"],
    authority: { name: "CPPA", url: "https://cppa.ca.gov" },
  });
});

test("asks nothing where options say everything", async () => {
  const { status, shown } = await typeInto(
    {
      url: "https://shop.example",
      name: "Shop",
      language: ["en"],
      country: ["FR"],
      controller: "Shop",
      email: "p@shop.example",
      authority: "CNIL https://www.cnil.fr",
      service: ["matomo"],
      banner: "klaro",
      ci: "none",
    },
    [],
  );
  expect({ status, shown }).toEqual({ status: 0, shown: "" });
});

test.each([
  [[["The site's address", cancel]] as const],
  [
    [
      ["The site's address", "https://a.example", enter],
      ["Its name", cancel],
    ] as const,
  ],
])("Ctrl-C ends with one line and nothing written (%#)", async (answers) => {
  const { folder, status, left, stdout, stderr } = await typeInto({}, answers);
  expect({ status, left, stdout }).toEqual({ status: 3, left: [], stdout: "" });
  expect(stderr).toBe("cancelled, nothing was written\n");
  expect(readdirSync(folder)).toEqual([]);
});
