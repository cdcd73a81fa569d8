import type { CookieSubject } from "./cookies.ts";

/** Whether a cookie keeps a visitor's choice about cookies. The record of an objection, which had better last, does not. */
export const keepsChoice = ({ cookie, exemption }: CookieSubject): boolean =>
  exemption === "consent-record" && cookie.function !== "objection-record";
