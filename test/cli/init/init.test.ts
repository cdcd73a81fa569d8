import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { root, temporaryFolder, writeFiles } from "../../project.ts";
import { run } from "../run.ts";
import { runAlone } from "../start.ts";

const read = (folder: string, path: string): string => readFileSync(join(folder, path), "utf8");

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8", withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .toSorted();

/** What `lint` finds, and whether `build` then makes pages. */
async function use(folder: string): Promise<{ lint: number | null; build: number | null }> {
  const lint = await run(folder, ["lint"]);
  const build = await run(folder, ["build"]);
  return { lint: lint.status, build: build.status };
}

const shop = [
  ["--url", "https://www.shop.example", "--name", "Shop: everything"],
  ["--language", "en,de", "fr", "--country", "DE", "--country", "FR"],
  ["--controller", "Shop GmbH", "--email", "privacy@shop.example"],
  ["--service", "matomo,YouTube", "--feature", "heatmaps", "--banner", "vanilla-cookieconsent"],
].flat();

const har = join(root, "test/importers/fixtures/har/chrome-har-1.3.har");
const page = join(root, "test/fixtures/lists/portal-fr.html");
const list = join(root, "test/fixtures/lists/tables.md");

describe("a project that init begins lints without an error and builds", () => {
  test.each<[string, readonly string[]]>([
    ["of nothing but examples", []],
    ["of three languages with a banner", shop],
    ["for California", ["--country", "US-CA", "--service", "matomo", "google-analytics"]],
    ["for several laws", ["--country", "US,GB,CH,ZA", "--service", "matomo", "--banner", "klaro"]],
    ["of a banner that needs more", ["--banner", "orejime", "--service", "matomo"]],
    ["from what a browser saw", ["--url", "https://www.shop.example", "--from", har]],
    ["from an old page", ["--from", page, "--service", "vimeo"]],
    ["from a list of cookies that nobody knows", ["--from", list, "--name", "Town"]],
  ])("%s", async (_, words) => {
    const folder = temporaryFolder();
    const { status, stderr } = await run(folder, ["init", ...words]);
    expect({ status, stderr }).toMatchObject({ status: 0 });
    expect(await use(folder)).toEqual({ lint: 0, build: 0 });
  });
});

describe("init", () => {
  test("writes what was said, and as comments what is still to be found out", async () => {
    const folder = temporaryFolder();
    await run(folder, ["init", ...shop]);
    const site = read(folder, "data/sites/shop-example.yaml");
    expect(parse(site)).toMatchObject({
      name: "Shop: everything",
      url: "https://www.shop.example",
      controller: { name: "Shop GmbH", email: "privacy@shop.example" },
      jurisdictions: ["DE", "FR"],
      consent: "opt-in",
      languages: ["en", "de", "fr"],
      providers: [{ id: "matomo", features: ["heatmaps"] }, "vanilla-cookieconsent"],
      preferences: { banner: "vanilla-cookieconsent" },
      outputs: ["page", "fragment", "vanilla-cookieconsent"],
    });
    expect(site).toContain("# - what YouTube sets: data/providers/youtube.yaml\n");
    expect(site).toContain('# - no authority for complaints, expected "authority"');
    expect(read(folder, "data/providers/youtube.yaml")).toMatch(/^name: YouTube$/m);
    expect(filesIn(join(folder, "data/providers"))).toEqual(["youtube.yaml"]);
    const { stdout } = await run(folder, ["lint", "--format", "json"]);
    const { diagnostics } = JSON.parse(stdout) as {
      diagnostics: { severity: string; message: string; file: string }[];
    };
    const told = site.replaceAll(/\n# {3}/g, " ");
    const open = diagnostics.filter(({ severity }) => severity !== "note");
    expect(open.length).toBeGreaterThan(0);
    expect(open.filter((one) => !told.includes(one.message) && !told.includes(one.file))).toEqual(
      [],
    );
  });

  test("names no service whose page would say that it sets nothing", async () => {
    const folder = temporaryFolder();
    await run(folder, ["init", "--service", "YouTube"]);
    const site = read(folder, "data/sites/my-site.yaml");
    expect(parse(site)).toMatchObject({ providers: ["my-site"] });
    expect(site).toContain("\n  # Once its file says what it sets:\n  # - youtube\n");
    await run(folder, ["build"]);
    expect(read(folder, "_site/my-site/en/index.html")).not.toContain("Sets no cookies");
    const { stdout } = await run(folder, ["lint"]);
    expect(stdout).toContain("[provider-unused]");
  });

  test.each([
    ["AB, Berlin https://ab.example", "AB, Berlin"],
    ["AB, https://ab.example", "AB"],
    ["AB , https://ab.example", "AB"],
  ])("reads the authority of %j", async (typed, name) => {
    const folder = temporaryFolder();
    await run(folder, ["init", "--authority", typed]);
    expect(parse(read(folder, "data/sites/my-site.yaml"))).toMatchObject({
      authority: { name, url: "https://ab.example" },
    });
  });

  test.each<[string, string | undefined, string | undefined, string]>([
    ["FR,DE", undefined, undefined, "# Visitors can complain to the authority of FR, which"],
    ["AT", undefined, undefined, "# authority: { name: …, url: … }\njurisdictions: [AT]"],
    ["DE,FR", undefined, undefined, "\n# authority: { name: …, url: …, jurisdiction: EU }\n"],
    ["FR,DE", "https://land.example", "DE", "# Taken for the authority of DE. If it is another's"],
    ["DE,AT,FR", "https://cnil.fr/fr", "FR", "jurisdiction: FR\njurisdictions:"],
    ["DE,AT", "https://www.cnil.fr", "EU", "example\nauthority:\n"],
    ["FR,BR", "https://x.example", "FR", "# Taken for the authority of FR."],
    ["FR", "https://x.example", undefined, "example\nauthority:\n"],
  ])(
    "leaves to its owner which authority is competent for visitors in %s, with %s",
    async (places, url, jurisdiction, text) => {
      const folder = temporaryFolder();
      const said = url === undefined ? [] : ["--authority", `Office ${url}`];
      const email = "p@shop.example";
      await run(folder, ["init", "--country", places, "--email", email, ...said]);
      const site = read(folder, "data/sites/my-site.yaml");
      expect(site).toContain(text);
      const place = jurisdiction === undefined ? {} : { jurisdiction };
      const { authority } = parse(site) as { authority?: unknown };
      expect(authority).toEqual(url === undefined ? undefined : { name: "Office", url, ...place });
      const { stdout } = await run(folder, ["lint"]);
      expect(stdout).not.toMatch(/error/);
    },
  );

  test.each([
    ["vanilla-cookieconsent", 'a button for it: <button data-cc="show-preferencesModal">'],
    ["tarteaucitron", "#tarteaucitron behind its address"],
    ["klaro", "whose click opens the banner by klaro.show()"],
    ["cookieyes", "The id of an element of the site, that leads to the choice"],
  ])("says how the link of the page comes to open %s", async (banner, sentence) => {
    const folder = temporaryFolder();
    await run(folder, ["init", "--banner", banner]);
    const site = read(folder, "data/sites/my-site.yaml");
    expect(site.replaceAll("\n# ", " ")).toContain(sentence);
  });

  test("names a site with a host of many letters as people read it", async () => {
    const folder = temporaryFolder();
    const words = ["init", "--url", "https://www.müller.example", "--language", "de"];
    expect(await run(folder, words)).toMatchObject({ status: 0 });
    expect(parse(read(folder, "data/sites/muller-example.yaml"))).toMatchObject({
      name: "müller.example",
    });
  });

  test("knows countries by their names in any language, and asks where these differ", async () => {
    const folder = temporaryFolder();
    const names = "Österreich,Royaume-Uni,Łotwa,日本,Germany";
    await run(folder, ["init", "--country", names]);
    expect(parse(read(folder, "data/sites/my-site.yaml"))).toMatchObject({
      jurisdictions: ["AT", "UK", "LV", "JP", "DE"],
    });
    const { status, stderr } = await run(temporaryFolder(), ["init", "--country", "Kongo"]);
    expect({ status, stderr }).toMatchObject({ status: 2 });
  });

  test.each([
    ["Login", "not in the catalogue (it has flask-login), begun"],
    ["YouTube", "not in the catalogue, begun"],
  ])("of %s, which the catalogue lacks, it tells what is like it there", async (name, line) => {
    const { stderr } = await run(temporaryFolder(), ["init", "--service", name]);
    expect(stderr).toContain(line);
  });

  test("takes a service by its name before another one's id", async () => {
    const folder = temporaryFolder();
    await run(folder, ["init", "--service", "CookieConsent"]);
    const site = read(folder, "data/sites/my-site.yaml");
    expect(parse(site)).toMatchObject({ providers: ["vanilla-cookieconsent"] });
  });

  test.each<[string, readonly string[], readonly string[]]>([
    ["every example", [], ["name", "url", "name", "email"]],
    ["no example where everything is said", shop, []],
  ])("has lint warn of %s", async (_, words, expected) => {
    const folder = temporaryFolder();
    await run(folder, ["init", ...words]);
    const { stdout } = await run(folder, ["lint"]);
    const [file = ""] = readdirSync(join(folder, "data/sites"));
    const lines = read(folder, join("data/sites", file)).split("\n");
    const places = [...stdout.matchAll(/:(\d+):\d+: warning: .*\[example-left\]$/gm)];
    const keys = places.map(([, line]) => lines[Number(line) - 1]!.trim().split(":")[0]);
    expect(keys).toEqual(expected);
  });

  test("leaves the law of the Union where no country is said", async () => {
    const folder = temporaryFolder();
    await run(folder, ["init", "--service", "matomo"]);
    expect(parse(read(folder, "data/sites/my-site.yaml"))).not.toHaveProperty("jurisdictions");
  });

  test("writes the files that a project has beside its facts", async () => {
    const folder = temporaryFolder();
    await run(folder, ["init", "--ci", "github"]);
    expect(filesIn(folder).filter((file) => !file.startsWith("data/"))).toEqual([
      ".github/workflows/cookies.yml",
      ".gitignore",
      ".vscode/extensions.json",
      ".vscode/settings.json",
      "README.md",
      "package.json",
    ]);
    expect(JSON.parse(read(folder, "package.json"))).toMatchObject({
      scripts: { lint: "cookie-ledger lint" },
      devDependencies: { "cookie-ledger": "0.0.0" },
    });
    const settings = JSON.parse(read(folder, ".vscode/settings.json")) as {
      "yaml.schemas": Record<string, string>;
    };
    for (const schema of Object.keys(settings["yaml.schemas"]))
      expect(existsSync(join(folder, schema))).toBe(true);
  });

  test.each([
    ["github", ".github/workflows/cookies.yml"],
    ["gitlab", ".gitlab-ci.yml"],
  ])("writes the pipeline that the documents show for %s", async (name, path) => {
    const folder = temporaryFolder();
    await run(folder, ["init", "--ci", name]);
    const shown = new RegExp(
      `^\`\`\`yaml\\n# ${path.replaceAll(".", "\\.")}\\n(.*?)^\`\`\`$`,
      "ms",
    );
    const [, text = ""] = shown.exec(read(root, "docs/ci.md"))!;
    // A new registry has warnings still.
    expect(read(folder, path)).toBe(text.replace('        with:\n          strict: "true"\n', ""));
  });

  test("changes nothing that stands, and says what to add by hand", async () => {
    const files = {
      "package.json": '{ "scripts": { "build": "mine" } }\n',
      ".gitignore": "mine\n",
      "README.md": "mine\n",
      ".gitlab-ci.yml": "mine:\n",
    };
    const folder = writeFiles(temporaryFolder(), files);
    const { status, stderr } = await run(folder, ["init", "--ci", "gitlab"]);
    expect(status).toBe(0);
    for (const [path, text] of Object.entries(files)) expect(read(folder, path)).toBe(text);
    expect(stderr).toContain('npm pkg set "scripts.cookies:lint=cookie-ledger lint"');
    expect(stderr).toContain("\n  npm install --save-dev cookie-ledger@");
    expect(stderr).toContain(".gitlab-ci.yml is there already: ");
    expect(stderr).toContain("README.md is there already and stays as it is\n");
  });

  test("leaves the package to a folder above that has it, and the pipeline to the repository", async () => {
    const folder = writeFiles(temporaryFolder(), {
      "package.json": '{ "devDependencies": { "cookie-ledger": "*" } }\n',
      ".git/HEAD": "",
    });
    const { stderr } = await run(folder, ["init", "--project", "a b", "--ci", "github"]);
    expect(filesIn(join(folder, "a b")).filter((file) => !file.startsWith("data/"))).toEqual([
      ".gitignore",
      ".vscode/extensions.json",
      ".vscode/settings.json",
      "README.md",
    ]);
    expect(stderr).toContain("belongs to the root of the repository: ");
    expect(stderr).toContain("next:\n  cd 'a b'\n  npx cookie-ledger lint\n");
  });

  test.each<[string, Readonly<Record<string, string>>]>([
    ["that is the root of its repository", { "own/.git/HEAD": "" }],
    ["in no repository", {}],
  ])("writes the pipeline into a folder %s, whatever package is above", async (_, files) => {
    const above = { "package.json": '{ "devDependencies": { "cookie-ledger": "*" } }\n' };
    const folder = writeFiles(temporaryFolder(), { ...above, ...files });
    const { stderr } = await run(folder, ["init", "--project", "own", "--ci", "github"]);
    expect(filesIn(join(folder, "own"))).toContain(".github/workflows/cookies.yml");
    expect(stderr).not.toContain("belongs to the root");
  });

  test.each([
    ["the scripts of its package.json", undefined, "npm run"],
    ["the program where the package.json is another's", "{}\n", "npx cookie-ledger"],
  ])("says in the README how to run %s", async (_, manifest, start) => {
    const files = manifest === undefined ? {} : { "package.json": manifest };
    const folder = writeFiles(temporaryFolder(), files);
    await run(folder, ["init"]);
    const commands = [...read(folder, "README.md").matchAll(/^- `(.*?)`/gm)].map(([, one]) => one);
    expect(commands).toEqual(["lint", "dev", "build"].map((command) => `${start} ${command}`));
  });

  test("begins a package in the root of a repository, whatever package is above", async () => {
    const folder = writeFiles(temporaryFolder(), {
      "package.json": '{ "devDependencies": { "cookie-ledger": "*" } }\n',
      "own/.git/HEAD": "",
    });
    await run(folder, ["init", "--project", "own"]);
    expect(filesIn(join(folder, "own"))).toContain("package.json");
  });

  test("ends with commands that work as they are printed", async () => {
    const folder = temporaryFolder();
    const { stderr } = await run(folder, ["init", "--project", "my-policy"]);
    const [, listed = ""] = /^next:\n(( {2}.*\n)+)$/m.exec(stderr)!;
    const lines = listed
      .trimEnd()
      .split("\n")
      .map((line) => line.trim());
    expect(lines.slice(0, 2)).toEqual(["cd my-policy", "npm install"]);
    const commands = lines.flatMap((line) => /^npx cookie-ledger (.*)$/.exec(line)?.[1] ?? []);
    expect(commands).toEqual(["lint", "dev", "build"]);
    const inside = join(folder, "my-policy");
    for (const command of ["lint", "build"]) expect((await run(inside, [command])).status).toBe(0);
  });

  test("has its options explained", async () => {
    const { stdout } = await run(root, ["init", "--help"]);
    const options = [...stdout.matchAll(/^ {2}(--[a-z]+) /gm)].map(([, option]) => option!);
    expect(options.length).toBeGreaterThan(10);
    const document = read(root, "docs/commands.md");
    expect(options.filter((option) => !document.includes(option))).toEqual([]);
  });

  test("refuses where there are sites already", async () => {
    const folder = writeFiles(temporaryFolder(), { "data/sites/town.yaml": "name: Town\n" });
    const { status, stderr } = await run(folder, ["init"]);
    expect(status).toBe(3);
    expect(stderr).toContain("has data/sites already, nothing was written\n(for another service");
    expect(filesIn(folder)).toEqual(["data/sites/town.yaml"]);
  });

  test.each([
    [["--url", "shop.example"], 'bad URL "shop.example", expected an absolute address'],
    [["--email", "shop"], 'bad e-mail address "shop", expected one such as'],
    [["--name", " "], 'empty text "", expected'],
    [["--language", "en,xx"], 'no words in language "xx", expected one of'],
    [["--language", "xx"], "\n(translate them first, as docs/translating.md says; "],
    [["--language", "no"], 'did you mean "nb"?'],
    [["--country", "EUROPA"], 'bad jurisdiction "EUROPA", expected'],
    [["--country", "XX"], 'unknown country "XX", expected a code of ISO 3166-1'],
    [["--authority", ", https://www.cnil.fr"], 'no address in ", https://www.cnil.fr", expected'],
    [["--authority", "CNIL"], 'no address in "CNIL", expected a name and an address'],
    [["--service", "matmo"], 'unknown service "matmo"\n(did you mean "matomo"?)'],
    [["--service", "google"], '"google" is only a parent of others'],
    [["--feature", "nosuch"], 'unknown feature "nosuch", expected none\n(name the provider'],
    [["--service", "matomo", "--feature", "heatmap"], 'did you mean "heatmaps"?'],
    [["--banner", "matomo"], 'unknown banner "matomo", expected one of'],
    [["--ci", "gitbub"], 'did you mean "github"?'],
    [["--from", "visit.har"], 'no file "visit.har"'],
    [["--from", har], "no address of the site that was visited, expected it after --url"],
  ])("%j is refused before anything is written", async (words, message) => {
    const folder = temporaryFolder();
    const { status, stderr } = await run(folder, ["init", ...words]);
    expect({ status, isSaid: stderr.includes(message), stderr }).toMatchObject({
      status: 2,
      isSaid: true,
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  test("writes nothing from a file that shows nothing", async () => {
    const folder = writeFiles(temporaryFolder(), { "visit.har": '{ "log": ' });
    const words = ["init", "--url", "https://www.shop.example", "--from", "visit.har"];
    const { status, stderr } = await run(folder, words);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^visit\.har:1:\d+: error: /);
    expect(stderr).toContain("\nnothing was written\n");
    expect(readdirSync(folder)).toEqual(["visit.har"]);
  });

  test("takes names, languages and addresses from an old page", async () => {
    const folder = temporaryFolder();
    await run(folder, ["init", "--from", page]);
    const [file = ""] = readdirSync(join(folder, "data/sites"));
    expect(parse(read(folder, join("data/sites", file)))).toMatchObject({ languages: ["fr"] });
  });

  test.each([
    ["the host of its address", '<link rel="canonical" href="https://www.town.example/c">', {}],
    ["an example where it has no address", "", { name: "My site" }],
  ])("calls the site of an old page %s, not after the file", async (_, head, expected) => {
    const row = "<tr><td>lang</td><td>Remembers the language</td><td>1 year</td></tr>";
    const table = `<table><tr><th>Name</th><th>Purpose</th><th>Duration</th></tr>${row}</table>`;
    const text = `<!doctype html><html><head>${head}</head><body>${table}</body></html>`;
    const folder = writeFiles(temporaryFolder(), { "page.html": text });
    await run(folder, ["init", "--from", "page.html"]);
    const [file = ""] = readdirSync(join(folder, "data/sites"));
    const site = parse(read(folder, join("data/sites", file))) as object;
    expect(site).toMatchObject({ name: "town.example", ...expected });
  });

  test("asks nothing in a process without a terminal", async () => {
    const folder = temporaryFolder();
    const { status, stdout } = await runAlone(folder, "init", "--service", "matomo");
    expect(status).toBe(0);
    expect(stdout).toContain("data/sites/my-site.yaml\n");
    expect(dirname(stdout.trimEnd().split("\n").at(-1)!)).toBe("data/sites");
  });
});
