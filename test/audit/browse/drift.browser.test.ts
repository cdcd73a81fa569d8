import { beforeAll, describe, expect, test } from "vitest";
import { browse } from "../../../src/audit/browse/browse.ts";
import { auditTruth } from "./declaration.ts";
import { lookAt } from "./looking.ts";
import { type Mutation, mutations } from "./mutations.ts";
import { serve } from "./server.ts";
import { site, things } from "./storage-fixture.ts";

/** What an audit says of a fixture that has drifted in all these ways at once. */
async function auditDrift(group: readonly Mutation[]): Promise<string[]> {
  const server = await serve(group.reduce((before, { mutate }) => mutate(before), things));
  try {
    return auditTruth(await browse(await lookAt(server, `https://${site}/vanilla`)));
  } finally {
    await server.close();
  }
}

const reports: string[][] = [];
beforeAll(async () => {
  for (const group of mutations) reports.push(await auditDrift(group));
});

describe.each(mutations.map((group, index) => ({ group, index })))(
  "a site that drifts, group $index",
  ({ group, index }) => {
    test.each(group)("$title", ({ reports: expected }) => {
      expect(reports[index]).toEqual(expect.arrayContaining([...expected]));
    });

    test("and of nothing else is anything said", () => {
      const expected = group.flatMap((one) => one.reports);
      expect(reports[index]!.toSorted()).toEqual(expected.toSorted());
    });
  },
);
