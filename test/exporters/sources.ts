import type { Exported, ExportSource } from "../../src/exporters/exporter.ts";
import { findExporter } from "../../src/exporters/exporters.ts";
import { loadRegistry } from "../../src/registry/load.ts";
import { openProject, packageFolder } from "../../src/registry/project.ts";
import { wordsOf } from "../../src/registry/registry.ts";
import { describeExport } from "../../src/site/page/describe/describe-export.ts";
import { createPageLanguage } from "../../src/site/page/language.ts";
import { resolveSite } from "../../src/site/page/resolve-site.ts";
import { escapeName } from "../../src/vocabulary/foreign-name.ts";
import { writeProject } from "../project.ts";

/** What a site says to exporters, in all its languages. */
export function sourceOf(folder: string, id: string): ExportSource {
  const { registry, diagnostics } = loadRegistry(openProject(folder));
  if (diagnostics.length > 0) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  const site = registry.sites.get(id)!;
  const languages = site.value.languages.map((tag) =>
    createPageLanguage(wordsOf(registry, tag, site.value)!, registry),
  );
  return describeExport(resolveSite(site, registry), languages, registry);
}

export const sampleSource = (id: string): ExportSource => sourceOf(packageFolder, id);

export const exportTo = (format: string, source: ExportSource): Exported =>
  findExporter(format)!.write(source)!;

const provider = `name: Town <b>"&'
operator: site
recipients: []
cookies:
  - name: "choice"
    function: consent-choices
    purposes: [remember-cookie-preferences]
    duration: 6 months
  - name: "session"
    function: session-keeping
    purposes: [remember-user]
    duration: session
  - name: "theme"
    function: display-settings
    purposes: [remember-display]
    duration: 6 months
  - name: ${JSON.stringify(escapeName("^caret.$"))}
    function: display-settings
    purposes: [remember-display]
    duration: 6 months
  - name: ${JSON.stringify(escapeName("/slash/"))}
    function: display-settings
    purposes: [remember-display]
    duration: 6 months
  - name: "a.b"
    function: display-settings
    purposes: [remember-display]
    duration: 6 months
  - name: "hidden"
    httpOnly: true
    function: display-settings
    purposes: [remember-display]
    duration: 6 months
  - name: "kept"
    storage: local-storage
    function: display-settings
    purposes: [remember-display]
    duration: persistent
`;

const counter = `name: Counter
recipients: []
cookies:
  - name: "_c_*"
    function: click-map
    purposes: [analyse-page-use]
    duration: 13 months
  - name: "m*d*e"
    function: click-map
    purposes: [analyse-page-use]
    duration: 13 months
  - name: "*_end"
    function: click-map
    purposes: [analyse-page-use]
    duration: 13 months
  - name: "*_any_*"
    function: click-map
    purposes: [analyse-page-use]
    duration: 13 months
  - name: "_visitor"
    function: audience-measurement
    purposes: [measure-audience]
    exemption: audience-measurement
    duration: 13 months
  - name: "_pixel"
    storage: pixel
    function: conversion-measurement
    purposes: [measure-ads]
    domain: counter.example
  - name: "_third"
    function: conversion-measurement
    purposes: [measure-ads]
    duration: 3 months
    domain: counter.example
`;

const site = `name: Town
url: https://www.town.example
policyUrl:
  en: https://www.town.example/cookies?a=1&b="2"
privacyPolicy: https://www.town.example/privacy
jurisdictions: [EU]
languages: [en, fr, he]
providers: [town, "counter"]
`;

/** A site whose names and texts are what other formats stumble over. */
export const hardSource = (): ExportSource =>
  sourceOf(
    writeProject({
      "data/providers/town.yaml": provider,
      "data/providers/counter.yaml": counter,
      "data/sites/town.yaml": site.replace('b="2"', "b=%222%22"),
    }),
    "town",
  );

/** The same, seen from where all is set until it is refused. */
export const refusableSource = (): ExportSource =>
  sourceOf(
    writeProject({
      "data/providers/town.yaml": provider,
      "data/sites/town.yaml": `name: Town
url: https://town.example
jurisdictions: []
consent: opt-out
languages: [en]
providers: [town]
`,
    }),
    "town",
  );
