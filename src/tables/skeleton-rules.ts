/** What can be wrong with a table from which the file of a provider is made, by rule id. */
export const skeletonRules = {
  "no-cookie-table":
    "What is read holds no table with a column of names: by its head, such as “Cookie name”.",
  "unusable-name": "A cell holds no name that a registry can hold; it is left out.",
  "unreadable-duration":
    "A cell holds a duration in none of the forms that can be read; the entry is written without one.",
} as const;
