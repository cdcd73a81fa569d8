import { headings, prose, type Words } from "./words.ts";
import { englishWords } from "./english.ts";

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
    necessary: {
      name: "الملفات الضرورية",
      description: "لا يعمل الموقع من دونها، ولذلك لا تحتاج إلى موافقتك.",
    },
    preferences: {
      name: "التفضيلات",
      description: "تتذكر كيف تحب أن يظهر الموقع. لا تحفظ إلا بموافقتك.",
    },
    statistics: {
      name: "الإحصاءات",
      description: "تقيس كيفية استخدام الموقع. لا تحفظ إلا بموافقتك ما لم يذكر الجدول غير ذلك.",
    },
    marketing: {
      name: "التسويق",
      description: "تتبع الجهاز من موقع إلى آخر لعرض الإعلانات. لا تحفظ إلا بموافقتك.",
    },
    unclassified: { name: "غير مصنفة", description: "ما زلنا نبحث عن الغرض من هذه الملفات." },
  },
  caption: (category) => `الملفات المستخدمة: ${category}`,
  phrases: {
    authentication: "تسجيل الدخول (الواجهة العامة ولوحة الإدارة)",
    language: "اختيار اللغة (الواجهة العامة ولوحة الإدارة)",
    api: "واجهة البرمجة (CSRF)",
    choices: "اختياراتك بشأن ملفات تعريف الارتباط",
    video: "مشغل الفيديو",
    audience: "قياس عدد الزوار",
    advertising: "عرض الإعلانات",
    remember: "لتذكر المستخدم من صفحة إلى أخرى",
    rememberLanguage: "لتذكر لغة الزائر",
    apiCalls: "لجلب البيانات عبر واجهة البرمجة",
    rememberChoices: "لتذكر اختيارات الزائر",
    settings: "للاحتفاظ بإعدادات المشغل",
    measure: "لقياس عدد الزوار",
    profile: "لإعداد ملف باهتمامات الزائر",
    capping: "للحد من تكرار الإعلان نفسه",
    twoWeeks: "أسبوعان",
    year: "12 شهرا",
    upToYear: "حتى 12 شهرا",
    halfYear: "6 أشهر",
    session: "مدة الجلسة",
    sinceActivity: "30 دقيقة بعد آخر نشاط",
    multilingual: "فقط إذا كان الموقع متاحا بأكثر من لغة",
    loggedIn: "بعد تسجيل الدخول فقط",
    exempt: "يحفظ من دون موافقة: قياس عدد الزوار",
    cookie: "ملف تعريف ارتباط",
    localStorage: "تخزين محلي",
    firstParty: "الموقع نفسه",
    thirdParty: "طرف ثالث",
    france: "فرنسا",
    privacyPolicy: "سياسة الخصوصية",
    optOut: "كيفية الاعتراض",
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
    legalEntity: "الكيان القانوني",
    country: "البلد",
    recipients: "من يطلع على البيانات",
    nobody: "لا أحد غيره",
    moreInformation: "مزيد من المعلومات",
  },
  controller: "إدارة الأمثلة",
  updated: "23 نوفمبر 2026",
};
