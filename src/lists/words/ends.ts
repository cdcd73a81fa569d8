const sessions = `at the end of session|at the end of the session|when you close the browser|when you close your browser|expires when you close your browser|until you close your browser|alla chiusura del browser|fino alla chiusura del browser|bij het sluiten van de browser|tot het sluiten van de browser|nach ende der browser-sitzung|beim schließen des browsers
  |at the end of the session|at end of session|en tancar el navegador|en tancar la sessió|la închiderea browserului|până la închiderea browserului|în timpul sesiunii|세션 종료 시|세션 종료시|세션 종료|até ao fim da sessão|até o fim da sessão|até ao fecho do navegador|session|sessions|seesion|sesion|end of session|end of the session|end of session (browser)|browser session
  |current session|session end|session only|session-based|per session|user session|duration of the session|until the browser is closed
  |until browser is closed|until you close your browser|when the browser is closed|when you close your browser|browser close
  |when browser closes|on browser close|sitzung|sitzungsende|ende der sitzung|ende der session|bis zum ende der sitzung|sitzungsdauer|session-ende|sessionende
  |bis zum sitzungsende|bis sitzungsende|browsersitzung|bis zum schließen des browsers|schließen des browsers|bis zum schliessen des browsers|schliessen des browsers|browserende|browser-sitzung
  |dauer der sitzung|dauer der session|für die dauer der sitzung|nach sitzungsende|session de navigation|session utilisateur
  |fin de session|fin de la session|durée de la session|le temps de la session|de session|jusqu'à la fin de la session
  |jusqu'à la fermeture du navigateur|à la fermeture du navigateur|fermeture du navigateur|sesión|de sesión|fin de sesión|fin de la sesión
  |final de la sesión|al finalizar la sesión|hasta el final de la sesión|durante la sesión|hasta cerrar el navegador|al cerrar el navegador
  |sesión del navegador|duración de la sesión|sessione|sessione del browser|di sessione|fine sessione|fine della sessione|durata della sessione
  |chiusura del browser|sessão|de sessão|fim da sessão|final da sessão|duração da sessão|ao fechar o navegador|sessie|browsersessie
  |einde sessie|einde van de sessie|duur van de sessie|tijdens de sessie|tot einde sessie|tot einde van de sessie|tot het einde van de sessie|tot de browser wordt gesloten
  |sesja|sesji|sesyjne|sesyjny|sesyjny plik|koniec sesji|do końca sesji|czas trwania sesji|do zamknięcia przeglądarki|relace|relační
  |po dobu relace|konec relace|do zavření prohlížeče|relácia|relačné|do zatvorenia prehliadača|sesija|trajanje sesije|do zatvaranja preglednika
  |seja|trajanje seje|do zaprtja brskalnika|sesiune|pe durata sesiunii|sessionens varighed|når browseren lukkes|indtil browseren lukkes|når du lukker browseren|sessionen|sessionens længde|sesjon|økt|økten
  |nettleserøkt|until session ends|till sessionens slut|tills webbläsaren stängs|tills du stänger webbläsaren|när du stänger webbläsaren|försvinner när du stänger webbläsaren|när webbläsaren stängs|istunto|istunnon ajan|istuntokohtainen|kunnes selain suljetaan
  |munkamenet|munkamenet vége|munkamenet végéig|a munkamenet végéig|seanss|seansi lõpuni|sesijas|sesijas laikā|sesijos|sesijos metu|iki sesijos pabaigos
  |oturum|oturum süresi|oturum süresince|seisiún|sesiwn|saioa|sessjoni|seta|lota|сесія|сеанс|сесия|на сесия|за сесията|до затваряне на браузъра
  |до закриття браузера|συνεδρία|περίοδος λειτουργίας|διάρκεια συνεδρίας|جلسة|الجلسة|مدة الجلسة|הפעלה|משך ההפעלה|סשן|セッション
  |セッション終了時|ブラウザを閉じるまで|세션|브라우저 종료 시|会话|會話|会话结束|浏览器关闭时|sessió|de sessió|fi de la sessió|fins que es tanqui el navegador`;

const endlesses = `persistent|durata indefinita|durata illimitata|durée indéfinie|durée illimitée|duración indefinida|persistant|persistante|persistente|persistenti|persistenter|permanent|permanente|permanentes|permanently
  |dauerhaft|permanenter|unbegrenzt|unbeschränkt|unlimited|indefinite|indefinitely|illimité|illimitée|indéfini|indéfinie|indefinido|indefinida
  |indefinite duration|ilimitado|ilimitada|persistents|indeterminato|illimitato|illimitata|stałe|stały|trwałe|trwały|bezterminowo|vedvarende|varig|bestående|beständig|ihållande
  |obegränsad|obegränsat|pysyvä|rajoittamaton|trvalé|trvalý|trvale|neomezeně|neobmedzene|trajno|trajni|neograničeno|neomejeno|állandó|tartós|korlátlan|püsiv|alaline|pastāvīgs
  |nuolatinis|neribota|kalıcı|süresiz|постійний|постійно|безстроково|постоянна|постоянно|безсрочно|μόνιμο|μόνιμη|επίμονο|onbeperkt|permanent lagret|forever|never|never expires|does not expire
  |no expiry|no expiration|no expiry date|kein ablauf|läuft nie ab|läuft nicht ab|n'expire jamais|jamais|sans limite|nunca|no caduca|nunca caduca
  |mai|non scade|verloopt nooit|nooit|permanentné|until deleted|until manually deleted|until cleared|bis zur löschung|bis zum löschen|jusqu'à suppression
  |jusqu'à sa suppression|hasta su eliminación|hasta que se elimine|fino all'eliminazione|tot verwijdering|永続|永続的|無期限|영구|영구적|持久|永久|永久性|دائم|دائمة|קבוע`;

const phrasesIn = (list: string): ReadonlySet<string> =>
  new Set(list.split("|").map((phrase) => phrase.replaceAll(/\s+/g, " ").trim()));

const untilClosed = phrasesIn(sessions);
const untilDeleted = phrasesIn(endlesses);

const cookieWord = /[\s-]*(?:cookies?|kakor?|kolačić|piškotek|plik cookie|http)$/u;

/** Whether a text in small letters says that something ends with the session, or stays until it is deleted. */
export function endIn(text: string): "session" | "persistent" | undefined {
  const bare = text.replace(cookieWord, "").replace(/^cookies? (?:de |di |da )?/u, "");
  if (untilClosed.has(text) || untilClosed.has(bare)) return "session";
  return untilDeleted.has(text) || untilDeleted.has(bare) ? "persistent" : undefined;
}
