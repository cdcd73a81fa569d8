import { expect, test } from "vitest";
import type { Observation } from "../../src/observation/observation.ts";
import { writeEvidence } from "../../src/observation/saved.ts";

const observation: Observation = {
  name: "sid",
  storage: "cookie",
  lifetime: { kind: "length", seconds: 60, capped: false },
  setter: { kind: "script", url: "https://a.example/a.js", line: 1 },
};

test("the same evidence makes the same text, an observation a line", () => {
  const write = () =>
    writeEvidence({ observations: [observation, observation], diagnostics: [], incomplete: ["x"] });
  expect(write()).toBe(write());
  expect(write().split("\n")).toHaveLength(10);
  expect(JSON.parse(write())).toEqual({
    format: "cookie-ledger-evidence",
    version: 1,
    incomplete: ["x"],
    observations: [observation, observation],
  });
});

test("nothing else that an object carries reaches the file", () => {
  const secret = { value: "CANARY" };
  const laden = {
    ...observation,
    ...secret,
    lifetime: { ...observation.lifetime, ...secret },
    setter: { ...observation.setter!, ...secret },
  };
  const text = writeEvidence({ observations: [laden], diagnostics: [], incomplete: [] });
  expect(text).not.toContain("CANARY");
});
