import { expect, test } from "vitest";
import { domainMatches, jarHost } from "../../src/observation/cookie-owner.ts";
import { addressOf } from "../../src/observation/address.ts";

test.each([
  ["a.example", "a.example", true],
  ["www.a.example", "a.example", true],
  ["a.example", "www.a.example", false],
  ["ba.example", "a.example", false],
  ["10.0.0.1", "0.0.1", false],
  ["10.0.0.1", "10.0.0.1", true],
])("a cookie sent to %s may be of %s: %s", (host, domain, expected) => {
  expect(domainMatches(host, domain)).toBe(expected);
});

test.each([
  [".Shop.Example", "shop.example"],
  ["localhost", "localhost"],
  ["bücher.example", "xn--bcher-kva.example"],
  ["127.0.0.1", "127.0.0.1"],
  ["[::1]", "[::1]"],
  ["_dmarc.a.example", "_dmarc.a.example"],
  ["", undefined],
  [".", undefined],
  ["a b", undefined],
  ["\u001b[31m.example", undefined],
  ["a.example/path", undefined],
  ["user@a.example", undefined],
  ["a.example:8080", undefined],
])("the host of a jar's %j is %j", (domain, host) => {
  expect(jarHost(domain)).toBe(host);
});

test.each([
  ["https://u:p@a.example/x/y?q=secret#f", "https://a.example/x/y"],
  ["https://a.example/cart;jsessionid=SECRET/x;v=1?b", "https://a.example/cart/x"],
  ["http://a.example:8080", "http://a.example:8080/"],
  ["data:text/html,secret", undefined],
  ["blob:https://a.example/0-1", undefined],
  ["about:blank", undefined],
  ["", undefined],
])("the address of %s is %s", (url, address) => {
  expect(addressOf(url)).toBe(address);
  expect(addressOf(url)).toBe(address);
});
