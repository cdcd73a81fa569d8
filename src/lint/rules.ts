import type { Rule } from "./rule.ts";
import { controllerMissing } from "./rules/controller-missing.ts";
import { durationMissing } from "./rules/duration-missing.ts";

/** Every rule, in alphabetical order. */
export const rules: readonly Rule[] = [controllerMissing, durationMissing];
