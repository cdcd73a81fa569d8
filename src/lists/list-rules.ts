/** What can be wrong with a list of cookies that is read into a registry, by rule id. */
export const listRules = {
  "no-cookie-table":
    "What is read holds no table with a column of names: by its head, such as “Cookie name”.",
  "unknown-column":
    "A column of a table of cookies has a head that is not known; what it says is left out.",
  "unusable-name":
    "A cell holds no name that a registry can hold, or a row none at all; it is left out.",
  "unreadable-duration":
    "A cell holds a duration in none of the forms that can be read; the entry is written without one.",
  "unknown-category":
    "A list calls a category by a word that is not known, or that means two; the entry is written without one.",
  "cookie-told-twice":
    "A list tells of one cookie twice, and not the same. Where it says the same, it is taken once.",
  "merged-cells": "A cell stands over several columns or rows that say different things.",
  "nested-table": "A cell of a table of cookies holds another table.",
  "unreadable-list":
    "A file cannot be read as what it seems to be, or a value in it is none of data. Nothing in it is ever run.",
  "unknown-list": "A file is in no format that holds a list of cookies.",
  "unusable-disclosure":
    "A disclosure of a vendor is not as the framework's specification has it; it comes in without what the vendor discloses.",
  "list-differs":
    "A list says another duration or category than the provider in the catalogue, which it names.",
  "missing-address": "No list says of which site it is; what is the site’s own cannot be told.",
} as const;

export type ListRule = keyof typeof listRules;
