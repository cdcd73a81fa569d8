import type { Unit } from "../../vocabulary/duration.ts";

/** How lists in the languages of the product, and in a few beside, write units of time: in any case, whole and cut short. */
const words: Readonly<Record<Unit, string>> = {
  second: `s sec secs second seconds sekunde sekunden sek seconde secondes seconden segundo segundos segon segons secondo
    secondi secundă secunde secunda sekunda sekundy sekund sekunder sekundi sekundu sekúnd sekúnda sekúndur sekundit
    sekunti sekuntia sekuntin sekundė sekundės sekundžių sekunžu sekundes másodperc mp saniye sn δευτερόλεπτο δευτερόλεπτα
    δευτ секунда секунди секунд сек soic shoic eiliad ثانية ثانيتان ثوان ثوانٍ שניה שנייה שניות שנ׳ 秒 秒間 秒钟 초`,
  minute: `mn min mins minute minutes minuten minuut minuto minutos minuts minuti minut minuta minuty minúta minúty minút
    minutter minutt minuter minutit minutil minuutti minuuttia minuutin minučių minutė minutės minūte minūtes minūšu minutu
    mínúta mínútur mín perc dakika dk λεπτό λεπτά λεπτών минута минути минут мин хвилина хвилини хвилин хв nóim nóiméad
    nóiméid munud funud دقيقة دقيقتان دقائق דקה דקות דק׳ 分 分間 分钟 분`,
  hour: `h hr hrs hour hours stunde stunden std heure heures hora horas hores ora ore oră uur uren timer timmar timme tim
    timen godzina godziny godzin godz hodina hodiny hodin hodín sat sata sati ura uri ure ur tund tundi tunti tuntia tunnin
    óra klukkustund klukkustundir klst valanda valandos valandų val stunda stundas stundu ordu saat ώρα ώρες ωρών час часа
    часове uair uaire awr oriau siegħa sigħat ساعة ساعتان ساعات שעה שעות שע׳ 時間 小时 小時 시간`,
  day: `d day days tag tage tagen jour jours día dia días dias dies giorno giorni gg dag dagen dage dager dagar døgn dygn
    dygns zi zile dzień dni dnia den dny dnů dne deň dní dňa dan dana dneva päev päeva päeva ööpäev ööpäeva päivä päivää
    päivän pv nap dagur diena dienos dienų dienas dienu gün egun ημέρα ημέρες ημερών ден дни день днів дні дня дн lá laethanta
    diwrnod ddiwrnod jum jiem ġurnata ġranet يوم يومان أيام يومًا يوما יום ימים ימ׳ 日 日間 天 일`,
  week: `w wk wks wkn week weeks woche wochen semaine semaines semana semanas setmana setmanes setm settimana settimane
    weken uge uger uke uker vecka veckor săptămână săptămâni tydzień tygodnie tygodni tygodnia tydz tyg týden týdny týdnů
    týdne týždeň týždne týždňov týždňa tjedan tjedna tjedana teden tedna tedni tednov nädal nädalat nädala viikko viikkoa
    viikon hét vika vikur savaitė savaitės savaičių sav nedēļa nedēļas nedēļu hafta aste εβδομάδα εβδομάδες εβδομάδων
    седмица седмици седм тиждень тижні тижнів тижня тиж seachtain seachtaine scht wythnos ġimgħa ġimgħat أسبوع أسبوعان
    أسابيع أسبوعًا שבוע שבועות 週間 周 週 주 주일`,
  month: `mo mos mth mths month months monat monate monaten mois mes meses mesos mês mese mesi maand maanden mnd mndn måned
    måneder mdr md månad månader mån lună luni miesiąc miesiące miesięcy miesiąca mies měsíc měsíce měsíců mesiac mesiace
    mesiacov mesiaca mjesec mjeseca mjeseci mesec meseca meseci mesecev kuu kuud kuukausi kuukautta kuukauden kk hónap
    hónapig mánuður mánuðir mán mėnuo mėnesiai mėnesių mėnesio mėn mēnesis mēneši mēnešu mēn ay hilabete μήνας μήνες μηνών
    месец месеца месеци мес місяць місяці місяців місяця міс mí mhí míonna mis fis xahar xhur شهر شهران أشهر شهرًا شهرا
    חודש חודשים か月 ヶ月 カ月 ヵ月 ヶ月間 か月間 个月 個月 개월 달`,
  year: `y yr yrs year years jahr jahre jahren an ans année années año años any anys anno anni ano anos jaar jaren jr år
    året ani rok roku lata lat roky let leta rokov roka godina godine leto leti aasta aastat aastane vuosi vuotta vuoden év
    évig ár metai metų gads gadi gadu gada yıl urte έτος έτη ετών χρόνος χρόνια рік роки років року год г bliain bhliain
    bliana blynedd flynedd mlynedd flwyddyn blwyddyn sena snin سنة سنتان سنوات عام שנה שנים 年 年間 년`,
};

/** Words that mean different units in two languages. */
const inLanguages: Readonly<Record<string, Readonly<Record<string, Unit>>>> = {
  bg: { година: "year", години: "year", ч: "hour" },
  uk: { година: "hour", години: "hour", годин: "hour" },
  fr: { j: "day" },
  de: { j: "year", mt: "month", mte: "month" },
  da: { time: "hour" },
  nb: { time: "hour" },
  it: { g: "day" },
};

const unitOfWord = new Map(
  Object.entries(words).flatMap(([unit, all]) =>
    all.split(/\s+/).map((word) => [word, unit as Unit] as const),
  ),
);

/** The unit that a word in small letters means in a language; `undefined` where it means none, or not the same everywhere. */
export const unitIn = (word: string, language: string | undefined): Unit | undefined =>
  inLanguages[language?.split("-")[0] ?? ""]?.[word] ?? unitOfWord.get(word);

/** Words that say a whole length: of languages that have a dual, and that name no number for one. */
export const wholeLengths: ReadonlyMap<string, readonly [number, Unit]> = new Map([
  ["יומיים", [2, "day"]],
  ["שעתיים", [2, "hour"]],
  ["שבועיים", [2, "week"]],
  ["חודשיים", [2, "month"]],
  ["שנתיים", [2, "year"]],
  ["ثانية", [1, "second"]],
  ["ثانيتان", [2, "second"]],
  ["دقيقة", [1, "minute"]],
  ["دقيقتان", [2, "minute"]],
  ["ساعة", [1, "hour"]],
  ["ساعتان", [2, "hour"]],
  ["يوم", [1, "day"]],
  ["يومان", [2, "day"]],
  ["أسبوع", [1, "week"]],
  ["أسبوعان", [2, "week"]],
  ["شهر", [1, "month"]],
  ["شهران", [2, "month"]],
  ["سنة", [1, "year"]],
  ["سنتان", [2, "year"]],
]);

const numbers: Readonly<Record<number, string>> = {
  1: `one a ein eine einen einem einer un une uno una um uma een één en ett et jeden jedna jedno jedan yksi egy bir viens
    vienas üks один одна одне ένα ένας μία един една едно واحد واحدة`,
  2: "two zwei deux dos due dois duas twee to två dwa dwie dvě dva dvije dve kaksi két kettő iki divi du дві два δύο две שתי שני",
  3: "three drei trois tres tre três drie trzy tři tri kolme három üç trīs trys три τρεις τρία",
  6: "six sechs sei seis zes seks sex sześć šest kuusi hat altı šeši seši шість έξι шест",
  12: "twelve zwölf douze doce dodici doze twaalf tolv dwanaście dvanáct dvanásť kaksitoista tizenkettő on-iki",
  13: "thirteen dreizehn treize trece tredici treze dertien tretten trettien trzynaście třináct",
};

/** The numbers that lists write as words. */
export const numberOfWord: ReadonlyMap<string, number> = new Map(
  Object.entries(numbers).flatMap(([number, all]) =>
    all.split(/\s+/).map((word) => [word, Number(number)] as const),
  ),
);
