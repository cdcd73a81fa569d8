import type { Diagnostic } from "../diagnostic.ts";
import type { Registry } from "../registry/registry.ts";
import { checkIntro, checkProse } from "./prose/check.ts";

/** What is wrong in the prose of every language. */
export const checkWords = ({ languages }: Registry): Diagnostic[] =>
  [...languages.values()].flatMap(({ prose, intros }) => [
    ...checkProse(prose),
    ...[...intros.values()].flatMap((intro) => checkIntro(intro, prose)),
  ]);
