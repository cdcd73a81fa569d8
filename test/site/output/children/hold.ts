import { once } from "node:events";
import { at, siteOf, writer, publishFiles } from "../site.ts";

/** Waits in the middle of a build, until it is told to go on or is interrupted. */
const [output = "", version = ""] = process.argv.slice(2);
const interruption = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.once(signal, () => interruption.abort(new Error(signal)));
}

try {
  await publishFiles(
    at(output),
    async (stage) => {
      stage.write("half.html", version);
      process.stdout.write("half\n");
      await Promise.race([once(process.stdin, "data"), once(interruption.signal, "abort")]);
      writer(siteOf(version))(stage);
    },
    interruption.signal,
  );
  console.log("published");
} catch (error) {
  console.log(error instanceof Error ? error.message : error);
}
process.exit();
