/** What a new site's file says until somebody writes the site's own. */
export const sitePlaceholders = {
  name: "My site",
  url: "https://www.example.org",
  controller: "My organisation",
  email: "privacy@example.org",
} as const;
