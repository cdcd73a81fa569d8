/** What can be wrong with translations on their way out and back, by rule id. */
export const translateRules = {
  "bad-po":
    "A PO file cannot be read, is not UTF-8, or does not say its language or, for a new one, its translator.",
  "unknown-text": "An entry of a PO file belongs to no English text.",
  "outdated-text": "The English text of an entry has changed since its export; the entry is left.",
  "unfit-translation":
    "A translation lacks or adds a placeholder or a link, or would divide the prose anew.",
  "conflicting-translation":
    "A text has changed in the project and in the PO file since the file was exported.",
  "differing-structure":
    "The prose of a language is not divided by the same headings and passages as the English.",
  "unimported-translation":
    "A PO file that an export would replace holds a translation that the project does not.",
  "incomplete-prose": "The prose of a new language is not written until all of it is translated.",
} as const;
