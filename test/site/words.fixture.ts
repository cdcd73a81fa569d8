import type { Heading, Policy } from "../../src/site/policy.ts";
import type { Category, Column } from "../../src/registry/schema/vocabulary.ts";

/** What the fixture says in one language: few words, but of every kind that a page has. */
export interface Words {
  readonly tag: string;
  readonly title: string;
  readonly headings: readonly Heading[];
  readonly before: string;
  readonly after: string;
  readonly columns: Record<Column, string>;
  readonly categories: Record<Category, { readonly name: string; readonly description: string }>;
  readonly caption: (category: string) => string;
  readonly phrases: typeof englishPhrases;
  readonly labels: Policy["labels"];
  readonly controller: string | null;
  readonly updated: string;
}

const englishPhrases = {
  authentication: "Authentication (front and back office)",
  language: "Language selection (front and back office)",
  api: "API (CSRF) (front and back office)",
  choices: "Choices related to your cookie preferences",
  video: "Video player",
  audience: "Audience measurement",
  advertising: "Ad delivery",
  remember: "To remember the user from one page to another",
  rememberLanguage: "To remember the visitor’s language",
  apiCalls: "To retrieve data via API calls",
  rememberChoices: "To remember the visitor’s cookie preferences",
  settings: "To keep the settings of the player",
  measure: "To measure the audience",
  profile: "To build a profile of a visitor’s interests",
  capping: "To limit how often an advertisement is shown",
  twoWeeks: "2 weeks by default",
  year: "12 months",
  upToYear: "Up to 12 months",
  halfYear: "6 months",
  session: "Session",
  sinceActivity: "30 minutes after the last activity",
  multilingual: "Only if the site is available in more than one language",
  loggedIn: "Only after logging in",
  exempt: "Set without consent: audience measurement",
  cookie: "Cookie",
  localStorage: "Local storage",
  firstParty: "First party",
  thirdParty: "Third party",
  france: "France",
  privacyPolicy: "Privacy policy",
  optOut: "How to object",
};

const headings = (...titles: readonly string[]): readonly Heading[] =>
  titles.map((title, index) => ({ id: `cookie-policy-part-${index + 1}`, title }));

/** Prose as it comes from Markdown: `#` begins a heading, `-` a list. */
function prose(parts: readonly Heading[], paragraphs: readonly (readonly string[])[]): string {
  return parts
    .map(
      ({ id, title }, index) =>
        `<h2 id="${id}">${title}</h2>\n${(paragraphs[index] ?? []).join("\n")}`,
    )
    .join("\n");
}

const englishHeadings = headings(
  "What is a cookie?",
  "Kinds of cookies",
  "Cookies on this site",
  "Change your choice",
  "Your rights",
);

export const englishWords: Words = {
  tag: "en",
  title: "Cookies policy",
  headings: englishHeadings,
  before:
    "<p>This portal stores small pieces of data on your device. This page names each of them, says what it is for, how long it stays, and who can read it.</p>\n" +
    prose(englishHeadings.slice(0, 3), [
      [
        "<p>A cookie is a small named piece of data that a website may send to your browser. The browser stores it for a time and sends it back at each later visit. A site can so recognise a <strong>device</strong> from one page to the next; it does not learn your name from it.</p>",
        "<p>The same rules hold for everything that works alike: local storage, pixels, and other means of reading from or writing to your device.</p>",
      ],
      [
        "<ul>\n<li><strong>Necessary</strong> cookies make the portal work. They ask for no consent.</li>\n<li><strong>Statistics</strong> tell how many people read which page.</li>\n<li><strong>Marketing</strong> cookies follow a device across sites.</li>\n</ul>",
        '<p>A cookie is set by <a href="https://portal.example/">the site that you visit</a>, or by another one whose content it shows.</p>',
      ],
      [
        '<p>The tables below list everything that <a href="https://portal.example/">portal.example</a> stores or reads.</p>',
      ],
    ]),
  after: prose(englishHeadings.slice(3), [
    [
      '<p>You can withdraw your consent as easily as you gave it, in the <a href="https://portal.example/#cookies">cookie settings</a> at the foot of each page.</p>',
      "<ol>\n<li>Open the cookie settings.</li>\n<li>Choose what you accept.</li>\n<li>Save.</li>\n</ol>",
    ],
    [
      "<h3>Whom to ask</h3>",
      '<p>Write to <a href="mailto:privacy@portal.example">privacy@portal.example</a>.</p>',
    ],
  ]),
  columns: {
    provider: "Service provider’s name",
    function: "Function and location",
    name: "Cookie name(s)",
    purposes: "Purposes",
    duration: "Duration",
    recipients: "Recipients",
    party: "Set by",
    storage: "Storage",
  },
  categories: {
    necessary: {
      name: "Necessary cookies",
      description:
        "The portal does not work without them, so they are set without asking for your consent.",
    },
    preferences: {
      name: "Preferences",
      description:
        "They remember how you like the portal to look. They are set only with your consent.",
    },
    statistics: {
      name: "Statistics",
      description:
        "They measure how the portal is used. They are set only with your consent unless the table says otherwise.",
    },
    marketing: {
      name: "Marketing",
      description:
        "They follow a device from one site to another in order to show advertisements. They are set only with your consent.",
    },
    unclassified: {
      name: "Unclassified",
      description: "We are still finding out what these are for.",
    },
  },
  caption: (category) => `Cookies in use: ${category}`,
  phrases: englishPhrases,
  labels: {
    skipToContent: "Skip to content",
    languages: "Languages",
    chooseLanguage: "Choose a language",
    contents: "Contents",
    lastUpdated: "Last updated",
    controller: "Controller",
    website: "Website",
    providers: "Service providers",
    legalEntity: "Legal entity",
    country: "Country",
    recipients: "Who has access",
    transfers: "Transfers",
    nobody: "Nobody else",
    moreInformation: "More information",
    firstParty: "First party",
    thirdParty: "Third party",
  },
  controller: "Department of Examples",
  updated: "23 November 2026",
};

const germanHeadings = headings(
  "Was ist ein Cookie?",
  "Datenschutzrechtliche Einwilligungsvoraussetzungen",
  "Cookies auf dieser Website",
  "Einwilligung widerrufen",
  "Ihre Rechte",
);

/** The longest words that a column has to hold. */
export const germanWords: Words = {
  ...englishWords,
  tag: "de",
  title: "Datenschutz- und Cookie-Richtlinie",
  headings: germanHeadings,
  before: prose(germanHeadings.slice(0, 3), [
    [
      "<p>Ein Cookie ist eine kleine benannte Dateneinheit, die eine Website im Browser ablegen kann.</p>",
    ],
    ["<p>Rechtsgrundlage ist das Telekommunikation-Digitale-Dienste-Datenschutz-Gesetz.</p>"],
    ["<p>Die folgenden Tabellen führen alles auf, was diese Website speichert.</p>"],
  ]),
  after: prose(germanHeadings.slice(3), [
    ["<p>Jederzeit.</p>"],
    ["<p>Auskunft und Beschwerde.</p>"],
  ]),
  columns: {
    provider: "Name des Diensteanbieters",
    function: "Funktion und Einsatzort",
    name: "Cookie-Bezeichnung(en)",
    purposes: "Verarbeitungszwecke",
    duration: "Speicherdauer",
    recipients: "Datenempfänger",
    party: "Erstanbieter oder Drittanbieter",
    storage: "Speicherart",
  },
  phrases: {
    ...englishPhrases,
    authentication: "Benutzerauthentifizierung (Benutzeroberfläche und Verwaltungsoberfläche)",
    audience: "Reichweitenmessung und Nutzungsstatistik",
    measure: "Zur datenschutzfreundlichen Reichweitenmessung",
    profile: "Zur Interessenprofilbildung der Websitebesucherinnen und Websitebesucher",
    sinceActivity: "30 Minuten nach der letzten Benutzeraktivität",
    localStorage: "Lokaler Browserspeicher",
    firstParty: "Erstanbieter",
    thirdParty: "Drittanbieter",
  },
  controller: "Bundesbeispielverwaltungsdienstleistungszentrum",
  updated: "23. November 2026",
};

const arabicHeadings = headings(
  "ما هو ملف تعريف الارتباط؟",
  "أنواع ملفات تعريف الارتباط",
  "الملفات المستخدمة في هذا الموقع",
  "تغيير اختيارك",
  "حقوقك",
);

export const arabicWords: Words = {
  ...englishWords,
  tag: "ar",
  title: "سياسة ملفات تعريف الارتباط",
  headings: arabicHeadings,
  before:
    "<p>تذكر هذه الصفحة كل ملف يخزنه الموقع على جهازك، والغرض منه، ومدة بقائه.</p>\n" +
    prose(arabicHeadings.slice(0, 3), [
      [
        "<p>ملف تعريف الارتباط هو معلومة صغيرة تحمل اسما، يرسلها الموقع إلى متصفحك فيحفظها مدة من الزمن ويعيد إرسالها في كل زيارة لاحقة.</p>",
      ],
      [
        "<ul>\n<li><strong>الضرورية</strong> يعمل بها الموقع.</li>\n<li><strong>الإحصائية</strong> تقيس استخدام الموقع.</li>\n</ul>",
      ],
      [
        '<p>تسرد الجداول أدناه كل ما يخزنه <a href="https://portal.example/">portal.example</a>.</p>',
      ],
    ]),
  after: prose(arabicHeadings.slice(3), [
    ['<p>يمكنك سحب موافقتك في <a href="https://portal.example/#cookies">إعدادات الملفات</a>.</p>'],
    ['<p>اكتب إلى <a href="mailto:privacy@portal.example">privacy@portal.example</a>.</p>'],
  ]),
  columns: {
    provider: "مقدم الخدمة",
    function: "الوظيفة والموضع",
    name: "اسم الملف",
    purposes: "الأغراض",
    duration: "المدة",
    recipients: "المستلمون",
    party: "الطرف",
    storage: "التخزين",
  },
  categories: {
    ...englishWords.categories,
    necessary: {
      name: "الملفات الضرورية",
      description: "لا يعمل الموقع من دونها، ولذلك لا تحتاج إلى موافقتك.",
    },
    statistics: { name: "الإحصاءات", description: "تقيس كيفية استخدام الموقع." },
  },
  caption: (category) => `الملفات المستخدمة: ${category}`,
  phrases: {
    ...englishPhrases,
    authentication: "تسجيل الدخول",
    language: "اختيار اللغة",
    remember: "لتذكر المستخدم من صفحة إلى أخرى",
    rememberLanguage: "لتذكر لغة الزائر",
    twoWeeks: "أسبوعان",
    year: "12 شهرا",
    upToYear: "حتى 12 شهرا",
    halfYear: "6 أشهر",
    multilingual: "فقط إذا كان الموقع متاحا بأكثر من لغة",
    france: "فرنسا",
    privacyPolicy: "سياسة الخصوصية",
  },
  labels: {
    ...englishWords.labels,
    skipToContent: "انتقل إلى المحتوى",
    languages: "اللغات",
    contents: "المحتويات",
    lastUpdated: "آخر تحديث",
    controller: "المسؤول عن المعالجة",
    website: "الموقع",
    providers: "مقدمو الخدمات",
    country: "البلد",
    recipients: "من يطلع على البيانات",
    nobody: "لا أحد غيره",
    moreInformation: "مزيد من المعلومات",
  },
  controller: "إدارة الأمثلة",
  updated: "23 نوفمبر 2026",
};
