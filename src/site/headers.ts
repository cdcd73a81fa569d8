/** The `_headers` file of static hosts: what a `<meta>` element cannot say of the site's pages. */
export const renderHeaders = (contentSecurityPolicy: string): string =>
  [
    "/*",
    `  Content-Security-Policy: ${contentSecurityPolicy}; frame-ancestors 'none'`,
    "  Permissions-Policy: interest-cohort=(), browsing-topics=()",
    "  Referrer-Policy: strict-origin-when-cross-origin",
    "  X-Content-Type-Options: nosniff",
    "",
  ].join("\n");
