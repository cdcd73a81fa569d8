import { memberStates } from "../registry/schema/vocabulary.ts";

/**
 * The European Economic Area by codes of ISO 3166-1: the member states, the parts of France and Finland that have codes
 * of their own and where Union law applies (TFEU, Articles 349 and 355), and Iceland, Liechtenstein and Norway.
 */
const area = new Set([...memberStates, ..."GF GP MF MQ RE YT AX IS LI NO".split(" ")]);

export const isInEuropeanEconomicArea = (country: string): boolean => area.has(country);
