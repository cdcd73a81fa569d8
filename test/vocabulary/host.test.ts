import { describe, expect, test } from "vitest";
import { asciiAddress, asciiHost, parseUrl, showAddress } from "../../src/vocabulary/host.ts";

const munich = "xn--mnchen-3ya.example";

test("a host is kept in ASCII, however it is typed", () => {
  expect(asciiHost("münchen.example")).toBe(munich);
  expect(asciiHost(munich)).toBe(munich);
  expect(asciiHost("a_b.example")).toBe("a_b.example");
  expect(asciiAddress("https://münchen.example:8080/ä?ü#ö")).toBe(`https://${munich}:8080/ä?ü#ö`);
  expect(asciiAddress("mü@münchen.example")).toBe(`mü@${munich}`);
  expect(asciiAddress("mailto:mu@münchen.example")).toBe(`mailto:mu@${munich}`);
});

test("a host that is none, or is not in its lower case, stays as it is typed", () => {
  for (const host of ["München.example", "mün chen.example"]) expect(asciiHost(host)).toBe(host);
});

describe("a host is shown in letters", () => {
  test.each([
    [munich, "en", "münchen.example"],
    [`https://${munich}/a`, "ja", "https://münchen.example/a"],
    [`mu@${munich}`, "de", "mu@münchen.example"],
    ["xn--e1afmkfd.example", "ru", "пример.example"],
    ["xn--r8jz45g.example", "ja", "例え.example"],
  ])("%s in %s", (host, tag, shown) => {
    expect(showAddress(host, tag)).toBe(shown);
  });

  test.each([
    ["of a script that the language does not write", "xn--e1afmkfd.example", "en"],
    ["that look like Latin", "xn--80ak6aa92e.com", "en"],
    ["of two scripts", "xn--pple-43d.com", "ru"],
    ["of Latin without its dot", "xn--plf-kua.com", "en"],
  ])("but not in those %s", (_, host, tag) => {
    expect(showAddress(host, tag)).toBe(host);
  });
});

test("an address in letters stays one however many were parsed before", () => {
  const hosts = Array.from({ length: 10_000 }, () => parseUrl("https://www.müller.example")?.host);
  expect(new Set(hosts)).toEqual(new Set(["www.xn--mller-kva.example"]));
});
