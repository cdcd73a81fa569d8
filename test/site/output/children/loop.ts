import { publish } from "../../../../src/site/output/publish.ts";
import { at, siteOf, writer } from "../site.ts";

/** Publishes one version after the other, without end, and tells each when it stands. */
const [output = "", first = "1"] = process.argv.slice(2);

for (let version = Number(first); ; version += 1) {
  await publish(at(output), writer(siteOf(String(version))));
  process.stdout.write(`${version}\n`);
}
