import { bare } from "./bare.ts";
import type { Candidate } from "./candidate.ts";
import { eleventy } from "./eleventy.ts";
import { hugo } from "./hugo.ts";
import { oneSite, ours, unchanged } from "./ours.ts";

/** In the order of the tables. */
export const candidates: readonly Candidate[] = [ours, eleventy, hugo, bare, unchanged, oneSite];
