import { describe, expect, test } from "vitest";
import { isAct, isFile, isPage } from "../../../src/audit/crawl/page-kinds.ts";
import { pageAddressOf } from "../../../src/audit/crawl/page-address.ts";

const start = new URL("https://www.example.org/");
const addressOf = (path: string) => pageAddressOf(new URL(path, start), start);

describe("one page is", () => {
  test.each([
    ["/a", "/a#b"],
    ["/a", "http://www.example.org/a"],
    ["/a", "https://jane:secret@www.example.org/a"],
    ["/a", "/a?utm_source=x&gclid=1"],
    ["/a", "/a?PHPSESSID=0123456789abcdef"],
    ["/a", "/a;jsessionid=0123"],
    ["/a/b", "/(S(lit3py55t21z5v55vlm25s55))/a/b"],
    ["/a?x=1&y=2", "/a?y=2&x=1"],
    ["/a?x=1", "/a?x=1&sid=2"],
  ])("%s and %s", (one, other) => {
    expect(addressOf(other).key).toBe(addressOf(one).key);
  });

  test.each([
    ["/a", "/a/"],
    ["/a", "/A"],
    ["/a?x=1", "/a?x=2"],
    ["/a?x=1", "/a"],
    ["/a?x=1&x=2", "/a?x=1"],
  ])("neither %s nor %s", (one, other) => {
    expect(addressOf(other).key).not.toBe(addressOf(one).key);
  });
});

test("what is asked for holds no id of a visit, and is else as the link has it", () => {
  const { url } = addressOf("http://www.example.org/a/?sid=1&q=a+b%20c&utm_medium=x#part");
  expect(url).toBe("https://www.example.org/a/?q=a+b+c");
  expect(addressOf("/a?q=b%20c&flag").url).toBe("https://www.example.org/a?q=b%20c&flag");
});

describe("of one shape are", () => {
  test.each([
    ["/calendar/2026/12", "/calendar/2027/1"],
    ["/calendar?month=2026-12", "/calendar?month=2027-01"],
    ["/item-1", "/item-22"],
    ["/v/550e8400-e29b-41d4-a716-446655440000", "/v/123e4567-e89b-12d3-a456-426614174000"],
  ])("%s and %s", (one, other) => {
    expect(addressOf(other).shape).toBe(addressOf(one).shape);
  });

  test.each([
    ["/calendar/december", "/calendar/january"],
    ["/index.php?page=about", "/index.php?page=imprint"],
  ])("neither %s nor %s", (one, other) => {
    expect(addressOf(other).shape).not.toBe(addressOf(one).shape);
  });
});

describe("an address is", () => {
  const at = (path: string): URL => new URL(path, start);

  test.each([
    "/logout",
    "/user/log-out",
    "/accounts/signOut?next=/",
    "/newsletter/unsubscribe/12",
    "/?action=delete&id=3",
    "/shop/?add-to-cart=99",
    "/cart/add/7",
    "/konto/abmelden",
    "/l%C3%B6schen",
    "/compte/d%C3%A9connexion",
    "/wp-login.php?action=logout",
    "/%E0%A4%A/logout",
  ])("an act: %s", (path) => {
    expect(isAct(at(path))).toBe(true);
  });

  test.each([
    "/",
    "/cart",
    "/blog/logouts-explained",
    "/deleted-scenes",
    "/shop/additional",
    "/removal-service",
  ])("none: %s", (path) => {
    expect(isAct(at(path))).toBe(false);
  });

  test.each([
    ["/a.pdf", true],
    ["/a.PDF?x=1", true],
    ["/a.tar.gz", true],
    ["/a.html", false],
    ["/a.php", false],
    ["/pdf", false],
    ["/v1.0", false],
  ])("of a file, %s: %s", (path, expected) => {
    expect(isFile(at(path))).toBe(expected);
  });
});

test.each([
  [{}, true],
  [{ "content-type": "text/html; charset=utf-8" }, true],
  [{ "content-type": "Application/XHTML+XML" }, true],
  [{ "content-type": "text/html", "content-disposition": "inline" }, true],
  [{ "content-type": "text/html", "content-disposition": "Attachment; filename=x" }, false],
  [{ "content-type": "application/pdf" }, false],
  [{ "content-type": "text/htmlish" }, false],
])("a response with %j is a page: %s", (headers, expected) => {
  expect(isPage(new Map(Object.entries(headers)))).toBe(expected);
});
