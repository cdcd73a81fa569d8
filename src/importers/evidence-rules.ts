import {
  createDiagnostic,
  type Diagnostic,
  type Place,
  type ProblemOf,
  type Severity,
} from "../diagnostic.ts";
import { placeOf, placeOfFile, type TextFile } from "../source/text-file.ts";

/** What can be wrong with evidence itself, by rule id. None can be ignored. The sentences go into the documentation. */
export const evidenceRules = {
  "unreadable-evidence":
    "A file of evidence is missing, empty, broken off, too large, or not what its format asks for.",
  "unknown-evidence": "A file of evidence is in no format that can be read.",
  "sanitized-evidence": "A HAR was exported without the headers that set cookies.",
  "skipped-evidence":
    "Some entries of a file of evidence say too little to be used; the others are.",
  "refused-cookie": "A response tried to set a cookie that browsers refuse; it is left out.",
  "evidence-without-cookies": "A file of evidence shows nothing that a browser keeps.",
} as const;

type Problem = ProblemOf<keyof typeof evidenceRules>;

/** Without an excerpt at any place: a line of evidence may hold the value of a cookie. */
const reportPlace = ({ location }: Place, problem: Problem, severity?: Severity): Diagnostic =>
  createDiagnostic({ location, excerpt: "" }, problem, severity);

/** As `reportPlace`, for what concerns a file as a whole. */
export const reportFile = (
  { file }: Pick<TextFile, "file">,
  problem: Problem,
  severity?: Severity,
): Diagnostic => reportPlace(placeOfFile(file), problem, severity);

/** As `reportPlace`, at a character of a text, counted from 0. */
export const reportEvidence = (
  source: TextFile,
  offset: number,
  problem: Problem,
  severity?: Severity,
): Diagnostic => reportPlace(placeOf(source, offset, offset), problem, severity);
