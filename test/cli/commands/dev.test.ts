import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { temporaryFolder, writeFiles } from "../../project.ts";
import { commandOf, startCommand } from "../start.ts";

const site = "name: Town\nurl: https://town.example\nlanguages: [en]\nproviders: [town]\n";
const provider = `name: Town
recipients: []
cookies:
  - name: "sid"
    function: authentication
    purposes: [remember-user]
    duration: session
`;

/** Asks again until the answer fits; the time limit of the test ends it where it never does. */
async function until<T>(ask: () => Promise<T> | T, fits: (answer: T) => boolean): Promise<T> {
  for (;;) {
    const answer = await ask();
    if (fits(answer)) return answer;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function startDev() {
  const folder = writeFiles(temporaryFolder(), {
    "project/data/sites/town.yaml": site,
    "project/data/providers/town.yaml": provider,
    "temporary/cookie-ledger-dev-1000000000-unknown-abcdef/site/index.html": "left by a killed one",
  });
  const [project, temporary] = [join(folder, "project"), join(folder, "temporary")];
  const { process: child, ended } = startCommand(project, [
    "env",
    `TMPDIR=${temporary}`,
    ...commandOf(["dev", "--port", "0"]),
  ]);
  onTestFinished(() => void child.kill("SIGKILL"));
  let printed = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (text) => (printed += String(text)));
  const address = /http:\/\/localhost:\d+/;
  await until(
    () => printed,
    (text) => address.test(text),
  );
  const origin = address.exec(printed)![0];
  const read = async (path: string) => (await fetch(`${origin}${path}`)).text();
  return {
    project,
    temporary,
    child,
    ended,
    printed: () => printed,
    read,
    untilPage: (text: string) =>
      until(
        () => read("/town/en/index.html"),
        (html) => html.includes(text),
      ),
  };
}

test("dev serves the pages and a list of them, renews them at a change, shows what is wrong, and leaves nothing behind", async () => {
  const { project, temporary, child, ended, printed, read, untilPage } = await startDev();
  const file = join(project, "data/sites/town.yaml");
  expect(await read("/")).toContain('href="town/index.html"');
  const page = await read("/town/en/index.html");
  expect(page).toContain("<bdi>Town</bdi>");
  expect(page).not.toContain("Content-Security-Policy");
  expect(readdirSync(temporary).length).toBe(1);

  // What the loader refuses.
  writeFileSync(file, site.replace("name: Town", "name: [Town"));
  expect(await untilPage("Nothing was built")).toContain("[invalid-yaml]");
  expect(printed()).toContain("[invalid-yaml]");
  writeFileSync(file, site.replace("Town", "City"));
  await untilPage("<bdi>City</bdi>");

  // A folder that was not there, and a half-typed tag in it.
  writeFiles(project, { "templates/policy.njk": "{% if" });
  expect(await untilPage("Nothing was built")).toContain("policy.njk");
  rmSync(join(project, "templates"), { recursive: true });
  await untilPage("<bdi>City</bdi>");
  writeFiles(project, { "content/en/terms.yaml": "title: Brand new\n" });
  await untilPage("Brand new");

  // What only the builder refuses.
  writeFiles(project, { "data/sites/con.yaml": site });
  expect(await untilPage("Nothing was built")).toContain("con");
  rmSync(join(project, "data/sites/con.yaml"));
  await untilPage("<bdi>City</bdi>");

  rmSync(file);
  expect(await untilPage("Nothing was built")).toContain("no site to build");
  expect(printed()).toContain("no site to build");

  expect(printed()).not.toMatch(/^\s+at /m);
  child.kill("SIGTERM");
  expect((await ended).status).toBe(0);
  expect(readdirSync(temporary)).toEqual([]);
});
