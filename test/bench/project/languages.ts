/** The languages of every generated site. */
export const languages = ["en", "de", "fr", "es"] as const;
