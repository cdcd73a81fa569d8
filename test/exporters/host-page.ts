import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { root } from "../project.ts";

const types: Readonly<Record<string, string>> = {
  js: "text/javascript; charset=utf-8",
  mjs: "text/javascript; charset=utf-8",
  css: "text/css",
  json: "application/json",
};

/** A page of a site, on which a consent banner of npm runs. */
export interface HostPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What was thrown, and what the console said was wrong. */
  readonly faults: string[];
}

interface HostOptions {
  /** Whatever else the page asks for, by path. */
  readonly files?: Readonly<Record<string, string>>;
  readonly language?: string;
}

/**
 * Shows a body at an address in a context of its own, answered without a network: `/npm/<path>` is that file of
 * node_modules.
 */
export async function openHostPage(
  browser: Browser,
  url: string,
  body: string,
  { files = {}, language = "en" }: HostOptions = {},
): Promise<HostPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const html = `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>Site</title><body>${body}</body></html>`;
  await context.route("**/*", (route) => {
    const { pathname } = new URL(route.request().url());
    const contentType = types[pathname.split(".").at(-1)!] ?? "text/html";
    if (pathname.startsWith("/npm/"))
      return route.fulfill({
        contentType,
        body: readFileSync(join(root, "node_modules", pathname.slice("/npm/".length))),
      });
    const file = files[pathname];
    if (file !== undefined) return route.fulfill({ contentType, body: file });
    return pathname === new URL(url).pathname
      ? route.fulfill({ contentType: "text/html", body: html })
      : route.fulfill({ status: 404, body: "" });
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("pageerror", ({ message }) => faults.push(message));
  page.on("console", (message) => {
    if (message.type() === "error" && !message.location().url.endsWith("/favicon.ico"))
      faults.push(message.text());
  });
  await page.goto(url);
  return { page, context, faults };
}
