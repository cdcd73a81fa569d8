import { describe, expect, test } from "vitest";
import { type Facts, fillProse } from "../../src/prose/fill.ts";
import { readPage } from "../../src/prose/prose.ts";
import { createSplicer } from "../../src/site/render/splice-bytes.ts";

const compile = (text: string) => readPage({ file: "", text });

const factsOf = (values: Record<string, string>, conditions: readonly string[] = []): Facts => ({
  values: new Map(Object.entries(values)),
  conditions: new Set(conditions),
});

/** The body of a text as a site fills it, and what was held of it. */
function fill(body: ReturnType<typeof compile>["body"], facts: Facts) {
  const { hold, splice } = createSplicer();
  const held: Uint8Array[] = [];
  const { stretches, headings } = fillProse(
    body,
    facts,
    (html) => (held.push(...html), hold(html)),
  );
  const html = stretches.map((stretch) =>
    "html" in stretch ? Buffer.from(splice(stretch.html)).toString() : stretch.slot,
  );
  return { html, headings, held };
}

const text = `## Of {{ site.name }} {#of}

[{{ site.url }}]({{ site.url }})

::: if marketing

Ads.

:::

::: unless marketing

No ads.

:::

::: cookies

## End {#end}
`;

describe("prose", () => {
  const { body } = compile(text);

  test("is filled with what a site says, escaped, and divided where the tables go", () => {
    const { html } = fill(
      body,
      factsOf({ "site.name": "<A&B>", "site.url": 'https://a.example/"' }),
    );
    expect(html).toEqual([
      `<h2 id="cookie-policy-of">Of <bdi>&lt;A&amp;B&gt;</bdi></h2>
<p><a href="https://a.example/&quot;"><bdi>https://a.example/&quot;</bdi></a></p>
<p>No ads.</p>
`,
      "cookies",
      '<h2 id="cookie-policy-end">End</h2>\n',
    ]);
  });

  test("shows a passage where its condition holds, or where it does not", () => {
    const html = (...conditions: string[]) => fill(body, factsOf({}, conditions)).html.join("");
    expect(html("marketing")).toContain("<p>Ads.</p>");
    expect(html("marketing")).not.toContain("No ads.");
    expect(html("statistics")).toContain("No ads.");
    expect(html()).not.toContain("<p>Ads.");
  });

  test("has the titles of a site's own headings", () => {
    const headings = (name: string) => fill(body, factsOf({ "site.name": name })).headings;
    expect(headings("A & B")).toEqual([
      { id: "cookie-policy-of", title: "Of A & B" },
      { id: "cookie-policy-end", title: "End" },
    ]);
    expect(headings("C")[0]?.title).toBe("Of C");
  });

  test("gives a link no address where that would run something", () => {
    const { html } = fill(body, factsOf({ "site.url": "javascript:alert(1)" }));
    expect(html[0]).toContain("<a><bdi>javascript:alert(1)</bdi></a>");
  });

  test("encodes what is a part of a link's target, so that the link keeps it", () => {
    const link = (target: string) =>
      fill(compile(`## A {#a}\n\n[x](${target})`).body, facts).html[0];
    const facts = factsOf({
      "site.name": "My site & 100% é/?#",
      "site.host": "a.example:8080",
      "site.url": "https://a.example/b?c",
      "site.controller.email": "a+b@c.example",
    });
    expect(link("https://x.example/?n={{ site.name }}&u={{site.url}}")).toContain(
      '<a href="https://x.example/?n=My%20site%20%26%20100%25%20%C3%A9%2F%3F%23&amp;u=https%3A%2F%2Fa.example%2Fb%3Fc">',
    );
    expect(link("https://{{site.host}}/x")).toContain('<a href="https://a.example:8080/x">');
    expect(link("{{ site.url }}")).toContain('<a href="https://a.example/b?c">');
    expect(link("mailto:{{site.controller.email}}")).toContain('<a href="mailto:a+b@c.example">');
  });

  test("hands to every site the same bytes of what is the same for all", () => {
    const [one, two] = ["One", "Two"].map(
      (name) => fill(body, factsOf({ "site.name": name })).held,
    );
    const shared = one!.filter((bytes, index) => bytes === two![index]);
    const own = (held: readonly Uint8Array[]) =>
      held.filter((bytes) => !shared.includes(bytes)).map((bytes) => Buffer.from(bytes).toString());
    expect(shared.length).toBeGreaterThan(2);
    expect(new Set(own(one!))).toEqual(new Set(["One", ""]));
    expect(new Set(own(two!))).toEqual(new Set(["Two", ""]));
  });
});
