import { headings, prose, type Words } from "./words.ts";

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
  phrases: {
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
  },
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
    notStated: "Not stated",
    setsNoCookies: "0 Cookies",
    runBySite: "Run by the site",
    refuse: "Refuse",
    nobody: "Nobody else",
    moreInformation: "More information",
    firstParty: "First party",
    thirdParty: "Third party",
    settings: "Cookie settings",
    object: "Object",
    summary: "At a glance",
    category: "Category",
    count: "Number",
    longest: "Longest duration",
  },
  controller: "Department of Examples",
  updated: "23 November 2026",
};
