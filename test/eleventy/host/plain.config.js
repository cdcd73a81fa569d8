/** The site as it was before it had a policy. */
export default function configure(config) {
  config.addPassthroughCopy("pages/style.css");
  config.ignores.add("pages/drafts/**");
  config.ignores.add("pages/policy/**");
  return { dir: { input: "pages" }, templateFormats: ["njk", "md"] };
}
