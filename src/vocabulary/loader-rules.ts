/**
 * What the loader can find wrong, by rule id. All of these are errors and cannot be ignored: the page could not be
 * right. The sentences go into the documentation.
 */
export const loaderRules = {
  "unreadable-file": "A file cannot be read.",
  "file-too-large":
    "A file is larger than 1 MiB, prose than 256 KiB, a table than 64 MiB, or a row of it longer than 65536 characters.",
  "invalid-utf8": "A file is not UTF-8.",
  "control-character": "A text holds a control character.",
  "invisible-character":
    "A text holds a character that cannot be seen, and that is no spelling where it stands: a bidirectional control or one without width.",
  "invalid-yaml": "The text is not YAML 1.2.",
  "invalid-csv":
    "A table is not divided by commas, or a quote in it is not closed, not written twice, or followed by more text.",
  "ragged-row": "A row of a table has more or fewer cells than the first one.",
  "nesting-too-deep": "YAML, or passages of the prose, are nested more than 32 levels deep.",
  "several-documents": "A YAML file holds more than one document.",
  "yaml-directive": "A YAML file begins with a `%` directive.",
  "yaml-tag": "A value carries a YAML tag (`!…`).",
  "yaml-anchor": "A value is an anchor (`&…`) or an alias (`*…`).",
  "duplicate-key":
    "A key stands twice in one mapping, or a table says the same thing in two columns.",
  "forbidden-key": "A key is `__proto__`, `constructor` or `prototype`.",
  "key-not-string": "A key is a list, a mapping, a number, a truth value or empty.",
  "bad-file-name":
    "A file's name is not an id followed by `.yaml`, or by `.csv` for a table of sites.",
  "unused-file":
    "Nothing reads a file or folder below data/, content/ or templates/, such as one with a slip in its name, or a text that no page shows.",
  "taken-name": "A file or folder of static/ is named as the folder of a site in the output.",
  "id-mismatch": "An `id` differs from the name of its file.",
  "duplicate-id": "Two files or rows claim the same id, perhaps one of them as a former one.",
  "unknown-key": "A key does not belong where it stands.",
  "missing-key": "A key without which the page cannot be drawn is missing.",
  "wrong-type": "A value is of another kind than expected, such as a number instead of a text.",
  "unknown-value": "A value is not one of those possible.",
  "bad-phrase": "A phrase of vague.yaml has capitals.",
  "empty-text": "A text says nothing.",
  "empty-list": "A list that must hold something is empty.",
  "duplicate-item": "A list holds the same item twice.",
  "split-name":
    "The form of a company, such as `Inc.`, is an item of its own: a comma in a list without quotes has cut the name.",
  "bad-id": "An id is not lower-case letters, digits and single hyphens.",
  "bad-url": "An address is not an absolute `https:` or `http:` URL.",
  "bad-email": "An e-mail address is not one.",
  "bad-domain": "A domain is not a host name.",
  "bad-date": "A date is not a day of the calendar written as `2026-11-01`.",
  "bad-country": "A country is not a code of ISO 3166-1.",
  "bad-language": "A language is not a canonical tag of BCP 47.",
  "bad-colour": "A colour is not six hexadecimal digits after `#`.",
  "bad-duration": "A duration is not in one of the forms that can be read.",
  "bad-name": "A cookie's name is empty or has space at an end.",
  "placeholder-in-name":
    "A cookie's name is written as another tool writes patterns, or in typographic quotes, or is several names. A character that is really part of it stands behind a backslash.",
  "name-not-string": "A cookie's name is not a text, most often since its quotes are missing.",
  "bare-wildcard": "A pattern is nothing but `*`.",
  "unknown-provider": "A provider's id is not in the registry.",
  "unknown-function": "A function is not in functions.yaml.",
  "unknown-purpose": "A purpose is not in purposes.yaml.",
  "unknown-location": "A location has no term.",
  "unknown-condition": "A condition has no term.",
  "unknown-safeguard": "A safeguard has no term.",
  "unknown-cookie": "A site picks or overrides a cookie that its provider does not declare.",
  "abstract-provider": "A site names a provider that is only a parent of others.",
  "unknown-feature": "A site names a feature that none of its provider's cookies belongs to.",
  "bad-jurisdiction": "A jurisdiction is not written in capitals, such as `EU` or `US-CA`.",
  "unknown-jurisdiction": "A jurisdiction is neither in the registry nor a country.",
  "unknown-source": "A fact of a jurisdiction cites a source that its file does not list.",
  "unknown-site": "A site extends one that does not exist.",
  "extends-cycle": "A file extends itself, directly or through others.",
  "extends-too-deep":
    "A site has more than 32 sites above it, or a provider or jurisdiction more than 8 of its kind.",
  "duplicate-cookie": "A provider declares the same cookie twice.",
  "missing-category": "A cookie has neither a purpose to take its category from nor a category.",
  "low-contrast": "A brand colour is too close to the page's background to be read.",
  "missing-language": "A site names a language that has no words.",
  "missing-term": "A word that the page needs is not in a language's terms.",
  "superfluous-term": "A term belongs to nothing in the registry.",
  "unknown-placeholder": "A placeholder stands for nothing.",
  "missing-placeholder": "A pattern lacks a placeholder without which the sentence says nothing.",
  "unguarded-placeholder":
    "A placeholder that a site may lack stands outside a passage that is shown only where it is there.",
  "unknown-markup":
    "The prose holds markup that it cannot have, such as HTML, a table, half a placeholder or `:::` in a list.",
  "paragraph-too-long": "A paragraph of the prose is longer than 10000 characters.",
  "unknown-passage": "A passage depends on something that does not exist.",
  "unknown-paragraph":
    "The text of a section names a paragraph by words with which none of it begins, or several.",
  "unclosed-passage": "A passage is opened and not closed, or closed and not opened.",
  "misplaced-rights": "The place of the rights, `::: rights`, does not stand exactly once.",
  "misplaced-tables": "The place of the tables, `::: cookies`, does not stand exactly once.",
  "bad-heading":
    "A heading of the prose is of the wrong level, underlined, or in a list, a quote or an introduction.",
  "missing-anchor": "A heading of the second level has no anchor such as `{#duration}`.",
  "duplicate-anchor": "Two headings have the same anchor.",
  "unknown-anchor":
    "A link leads to an anchor that no heading has, or only where a passage is shown.",
  "bad-link":
    "A link in the prose is neither `https:`, `mailto:`, an anchor nor the placeholder of an address.",
} as const;

export type LoaderRule = keyof typeof loaderRules;
