import type { Diagnostic } from "../diagnostic.ts";
import type { Texts } from "../registry/registry.ts";
import { checkIntro, checkProse } from "./prose/check.ts";

/** What is wrong in the prose of every language. */
export const checkTexts = (texts: readonly Texts[]): Diagnostic[] =>
  texts.flatMap(({ prose, intros }) => [
    ...checkProse(prose),
    ...[...intros.values()].flatMap((intro) => checkIntro(intro, prose)),
  ]);
