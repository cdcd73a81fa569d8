import { categories, type Category } from "../../vocabulary/vocabulary.ts";

/** `functional` is what some lists call necessary and others preferences: what else a list has decides. */
export type ToldCategory = Category | "functional";

/** Parts of words, in small letters, that tell a category. */
const stems: readonly (readonly [ToldCategory, RegExp])[] = [
  [
    "unclassified",
    /unclassif|غير المصن|sense classif|heb eu categor|sailkatu gabe|neamhaicm|sen clasif|לא מסווג|óflokka|mhux ikklass|uncategori|not classif|nicht (?:klassif|zugeordnet|kategor)|unklassif|non class|non catég|sin clasif|no clasif|non classif|niet[- ](?:geclass|ingedeeld)|não classif|niesklasyf|nieskategor|nezařazen|nezaraden|neklasif|nerazvr|neclasif|uklassif|oklassif|luokittelem|besorolatlan|liigitamata|sınıflandırılm|некласиф|μη ταξινομ|未分类|未分類|미분류|^(?:others?|andere|sonstiges?|weitere|autres?|divers|otr[ao]s|altr[io]|overige?|diversen?|inne|ostatní|andre|övriga|muut|pending|purpose pending investigation)$/u,
  ],
  [
    "necessary",
    /necess|nécess|exempt(?!ion)|neces[aá]r|essen[tz]i|esencia|essencia|notwend|erforderlich|noodzak|strictly|strikt|technical|technisch|techniqu|técnic|tecnic|tècnic|required|obligat|indispens|unbedingt|podstawow|niezbędn|konieczn|techniczn|nezbytn|nutné|nevyhnutn|potrebn|nužn|nujn|obvezn|neophodn|nødvendig|nödvändig|välttämät|pakolli|szükség|elengedhetet|vajalik|nepieciešam|būtin|zorunlu|gerekli|необхідн|необход|задължит|απαραίτητ|αναγκαί|angenrheid|riachtanach|beharrezk|nauðsyn|meħtieġ|الضروري|ضروري|הכרחי|חיוני|必要|必须|必需|必須|필수/u,
  ],
  [
    "marketing",
    /m[ae]r[ck]e[dt]|marchnat|markað|markkinoin|marknad|markedsf|mhargaíoch|margaíoch|advert|target|(?<!be)werb|public(?:it|id)|publicaci[oó]n comport|pubblicit|profila|reklam|annons|mainon|hirdet|turundus|mārket|rinkodar|pazarlama|маркет|реклам|εμπορικ|διαφημ|social|sosial|soziale|réseaux sociaux|redes sociales|sociálne|społeczno|remarket|retarget|trženj|oglaš|oglasn|promoc|hysbys|fógra|auglýs|publizit|تسويق|إعلان|שיווק|פרסום|マーケティング|広告|마케팅|광고|营销|广告|ターゲティング/u,
  ],
  [
    "statistics",
    /statis|statyst|estad[ií]s|estatíst|štatist|an[aáàăâ]l[iíyý]|performan|leistung|rendimiento|prestati|desempenho|wydajno|výkon|audience|mesure|measure|medición|medicion|misuraz|reichweit|tilasto|suoritusk|teljesítmén|статист|аналіт|анали|продуктивн|στατιστ|ανάλυσ|ystadeg|staidr|tölfræ|إحصائ|تحليل|סטטיסט|ניתוח|統計|分析|解析|パフォーマンス|통계|분석|성능|统计|性能/u,
  ],
  [
    "preferences",
    /pr[eæ]fer|shainrogh|parinkč|설정|préf|präf|personali[sz]|personnali|einstellung|voorkeur|komfort|comfort|convenience|externe medien|external media|médias externes|eingebettete|individualis|nastaven|nastavit|podešav|postavk|inställ|indstill|innstill|asetus|mieltymy|beállítás|eelistus|iestatījum|tercih|налаштув|предпочит|настройки|προτιμ|dewisiad|sainrogh|hobespen|stilling|التفضيل|העדפ|設定|個人化|기본 설정|환경설정|맞춤|偏好|个性化/u,
  ],
  [
    "functional",
    /function|funktion|fonction|funcional|funzional|functione|funkcjonaln|funkčn|funkcionaln|funksjon|toiminnal|funkcionál|funktsiona|funkcion[aā]l|işlevsel|функціонал|функционал|λειτουργικ|fheidhm|swyddogaeth|funtzional|機能|기능|功能|وظيفي|פונקציונ/u,
  ],
];

const denied =
  /\b(?:non|not|nicht|unneces|niet|icke|ikke|nie|no|pas)\b\W+(?:\p{L}+\W+)?(?:exempt|neces|néces|nécess|essen|notwend|erforder|noodz|nödv|nødv|niezb|estrict|strict)\p{L}*/gu;

/** The one category that a text tells, whatever else it says; `undefined` where it tells none, or several. */
export function categoryIn(text: string): ToldCategory | undefined {
  const plain = text
    .normalize("NFC")
    .toLowerCase()
    .replaceAll(/\s+/g, " ")
    .replaceAll(denied, "")
    .trim();
  const told = stems.filter(([, pattern]) => pattern.test(plain)).map(([category]) => category);
  const [first, second] = told;
  if (first === "unclassified" || second === undefined) return first;
  // What makes a site function is what it needs, or what it is set to.
  const isOne = second === "functional" && (first === "necessary" || first === "preferences");
  return told.length === 2 && isOne ? first : undefined;
}

const isCategory = (text: string): text is Category =>
  (categories as readonly string[]).includes(text);

/** As `categoryIn`, of a text so short that it can say nothing else. */
export function onlyCategoryIn(text: string): ToldCategory | undefined {
  if (isCategory(text)) return text;
  return text.length <= 40 && text.trim().split(/\s+/).length <= 3 ? categoryIn(text) : undefined;
}
