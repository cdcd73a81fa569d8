import { describe, expect, test } from "vitest";
import { type Files, writeFiles, writeProject } from "../../project.ts";
import { run } from "../run.ts";

const provider = (name: string) =>
  `name: ${name}\nrecipients: []\ncookies:\n  - name: "${name.toLowerCase()}"\n    function: authentication\n    purposes: [check-identity]\n    duration: session\n`;
const site = (name: string, providers: string) =>
  `name: ${name}\nurl: https://example.example\nlanguages: [fr]\nproviders: [${providers}]\n`;

const sound: Files = {
  "data/sites/one.yaml": site("One", "town"),
  "data/sites/two.yaml": site("Two", "port"),
  "data/providers/town.yaml": provider("Town"),
  "data/providers/port.yaml": provider("Port"),
  "content/fr/policy/controller.md": "Le port.\n",
};

async function lint(files: Files) {
  const folder = writeProject({ ...sound, ...files });
  const { stdout, stderr } = await run(folder, ["lint", "--format", "json"]);
  const { diagnostics } = JSON.parse(stdout) as {
    diagnostics: { rule: string; severity: string; file: string; line: number }[];
  };
  const places = diagnostics.map(({ file, line, rule }) => `${file}:${line} ${rule}`);
  return {
    stderr,
    places,
    errors: places.filter((_, at) => diagnostics[at]!.severity === "error"),
  };
}

describe("a site with a quote that is not closed", () => {
  const broken = { "data/sites/two.yaml": 'name: "Two\nlanguages: [fr]\n' };

  test("hides no fault of another file, not even in a language that it alone may use", async () => {
    const { errors } = await lint({
      ...broken,
      "data/sites/one.yaml": `${site("One", "town").replace("[fr]", "[en]")}colour: red\n`,
      "data/providers/town.yaml": `${provider("Town")}kolour: red\n`,
      "data/providers/port.yaml": 'name: "Port\n',
      "content/fr/terms.yaml": "titel: Cookies\n",
      "content/fr/sites/two.md": "Bonjour {{ nobody }}\n",
    });
    expect(errors).toEqual([
      "content/fr/sites/two.md:1 unknown-placeholder",
      "content/fr/terms.yaml:1 superfluous-term",
      "data/providers/port.yaml:1 invalid-yaml",
      "data/providers/town.yaml:8 unknown-key",
      "data/sites/one.yaml:5 unknown-key",
      "data/sites/two.yaml:1 invalid-yaml",
    ]);
  });

  test("lets nothing seem unused that it may use", async () => {
    const { places, stderr } = await lint({
      ...broken,
      "data/sites/one.yaml": site("One", "town").replace("[fr]", "[en]"),
    });
    expect(places).toContain("data/sites/two.yaml:1 invalid-yaml");
    expect(places.join("\n")).not.toContain("unused");
    expect(stderr).toContain("the rules have not judged 1 site, whose errors come first\n");
  });
});

describe("a provider that is not valid", () => {
  const broken = { "data/providers/port.yaml": `${provider("Port")}kolour: red\n` };

  test("leaves its sites to be judged later, and says so", async () => {
    const { places, stderr } = await lint(broken);
    expect(places.filter((place) => place.startsWith("data/sites/two.yaml"))).toEqual([]);
    expect(places.filter((place) => place.startsWith("data/sites/one.yaml"))).not.toEqual([]);
    expect(stderr).toContain(
      "the rules have not judged 1 site and 1 provider, whose errors come first\n",
    );
  });

  test("lets no ignore in it seem to hide nothing", async () => {
    const ignored = provider("Port").replace(
      "    duration",
      "    # ignore duration-vague: as agreed\n    duration",
    );
    expect((await lint({ "data/providers/port.yaml": ignored })).places).toContainEqual(
      expect.stringContaining("unused-ignore"),
    );
    const { places } = await lint({ "data/providers/port.yaml": `${ignored}kolour: red\n` });
    expect(places.join("\n")).not.toContain("unused-ignore");
  });

  test("lets no entry of the baseline seem to be mended", async () => {
    const folder = writeProject(sound);
    await run(folder, ["lint", "--baseline"]);
    writeFiles(folder, broken);
    const { stdout } = await run(folder, ["lint"]);
    expect(stdout).toContain("[unknown-key]");
    expect(stdout).not.toContain("baseline-outdated");
  });
});

test("a project that could be read whole has all of it judged", async () => {
  expect((await lint({})).stderr).not.toContain("have not judged");
});
