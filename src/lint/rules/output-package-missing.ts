import { packagesOfOutputs } from "../../vocabulary/vocabulary.ts";
import { exampleSite } from "../examples/example.ts";
import type { CraftRule } from "../rule.ts";

const packages: Readonly<Partial<Record<string, string>>> = packagesOfOutputs;

export const outputPackageMissing: CraftRule = {
  id: "output-package-missing",
  severity: "warning",
  needs: "site",
  summary: "An output of a site takes a package that is not installed here.",
  why: "Such a package need not be installed by those who use none of its outputs, so nobody misses it until a build stops.",
  dependsOnMachine: true,
  bad: exampleSite({ outputs: "[page, docx]" }),
  good: exampleSite({ outputs: "[page, markdown]" }),
  check: ({ value: { outputs = [] } }, { isInstalled }) =>
    outputs.flatMap((output, index) => {
      const name = packages[output];
      if (name === undefined || isInstalled(name)) return [];
      const message = `the output "${output}" needs the package "${name}", which is not installed, expected it`;
      return [{ path: ["outputs", index], message, hint: `npm install --save-dev ${name}` }];
    }),
};
