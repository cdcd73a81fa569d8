import { at, siteOf, writer, publishFiles } from "../site.ts";

/** Publishes one version after the other, without end, and tells each when it stands. */
const [output = "", first = "1"] = process.argv.slice(2);

for (let version = Number(first); ; version += 1) {
  await publishFiles(at(output), writer(siteOf(String(version))));
  process.stdout.write(`${version}\n`);
}
