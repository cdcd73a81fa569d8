import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readEvidenceText } from "../../src/importers/read-evidence.ts";
import type { Evidence } from "../../src/observation/observation.ts";

/** When the jars of the fixtures were looked at: the visit was at noon of that day. */
const capturedAt = Date.UTC(2026, 10, 23, 12);

/** Stands for every value in the fixtures, and may be nowhere in what is read from them. */
export const canary = "CANARY";

const folder = join(import.meta.dirname, "fixtures");

/** The paths of an importer's fixtures, from the folder of all. */
export const fixturesOf = (id: string): string[] =>
  readdirSync(join(folder, id))
    .filter((name) => !name.endsWith(".evidence"))
    .map((name) => `${id}/${name}`);

export const importersWithFixtures = (): string[] => readdirSync(folder).toSorted();

export const textOf = (path: string): string => readFileSync(join(folder, path), "utf8");

export const read = (text: string, file = "evidence"): Evidence =>
  readEvidenceText({ file, text, capturedAt });

export const readFixture = (path: string): Evidence => read(textOf(path), path);
