import type { Page } from "playwright-core";
import type { Record } from "./record.ts";

const maximumNavigations = 20;

/** Ends what would wait for a visitor or leave the page, and says so: a visit sees pages and nothing else. */
export function watchMischief(page: Page, record: Record): void {
  const { incomplete, lost } = record;
  let navigations = { page: "", count: 0 };
  page.on("dialog", (dialog) => {
    const isLeaving = dialog.type() === "beforeunload";
    if (!isLeaving) incomplete.add(`${record.page} opened a dialog, which was dismissed`);
    void (isLeaving ? dialog.accept() : dialog.dismiss()).catch(() => {});
  });
  page.on("download", () => incomplete.add(`${record.page} began a download, which was refused`));
  page.on("crash", () => {
    lost.add(record.page);
    incomplete.add(`${record.page} crashed`);
  });
  page.on("framenavigated", (frame) => {
    if (frame !== page.mainFrame()) return;
    if (navigations.page !== record.page) navigations = { page: record.page, count: 0 };
    navigations.count += 1;
    if (navigations.count <= maximumNavigations) return;
    lost.add(record.page);
    incomplete.add(`${record.page} never stopped loading other pages`);
  });
}

/** Closes every window that a page opens. */
export function closeWindow(window: Page, { page, incomplete }: Record): void {
  incomplete.add(`${page} opened a window, which was closed`);
  void window.close().catch(() => {});
}
