/** The site as it was before it had a policy: formats, ignores and copies of its own. */
export default function configure(config) {
  config.addPassthroughCopy("pages/style.css");
  config.ignores.add("pages/drafts/**");
  if (!config.hasPolicy) config.ignores.add("pages/policy/**");
  return { dir: { input: "pages", output: "_site" }, templateFormats: ["njk", "md"] };
}
