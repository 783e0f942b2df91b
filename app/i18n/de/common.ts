import type { FaultCode } from "../../core/assessment/save-file";
import type { Depth, Land, Ownership, Sector, SizeClass, Track } from "../../core/vocabulary";
import type { Subject } from "../../core/sources/finding";
import type { Cell } from "../../core/benchmark/region";
import type { Source } from "../../core/sources/source";

/** The frame of every page. */
export const layout = {
  product: "KI-Pegel",
  skip: "Zum Inhalt",
  menu: "Menü",
  mainNavigation: "Hauptnavigation",
  footerNavigation: "Rechtliches und Hilfe",
  home: "KI-Pegel, Startseite",
  regions: "Regionen",
  initiatives: "Maßnahmen",
  funding: "Förderung",
  law: "Recht",
  method: "Methode",
  sources: "Quellen",
  imprint: "Impressum",
  privacy: "Datenschutz",
  accessibility: "Barrierefreiheit",
  glossary: "Begriffe",
  api: "Schnittstelle",
  otherLanguage: "English",
  otherLanguageHint: "This page in English",
  offered: "Diese Seite gibt es auf Deutsch",
  contentVersion: (version: string) => `Version der Inhalte: ${version}`,
  notValidated: "Selbsteinschätzung, nicht validiert. Keine Rechtsberatung.",
};

/** Names that many pages use. */
export const names = {
  tracks: { municipality: "Kommune", sme: "Kleines oder mittleres Unternehmen" } satisfies Record<Track, string>,
  trackGroups: { municipality: "Kommunen", sme: "Unternehmen" } satisfies Record<Track, string>,
  depths: { quick: "Kurzcheck", full: "Vollständige Bewertung" } satisfies Record<Depth, string>,
  sizeClasses: {
    "inhabitants-under-20000": "unter 20.000 Einwohnerinnen und Einwohner",
    "inhabitants-20000-49999": "20.000 bis 49.999 Einwohnerinnen und Einwohner",
    "inhabitants-50000-99999": "50.000 bis 99.999 Einwohnerinnen und Einwohner",
    "inhabitants-100000-plus": "100.000 und mehr Einwohnerinnen und Einwohner",
    "employees-1-9": "0 bis 9 Beschäftigte",
    "employees-10-49": "10 bis 49 Beschäftigte",
    "employees-50-249": "50 bis 249 Beschäftigte",
  } satisfies Record<SizeClass, string>,
  laender: {
    BW: "Baden-Württemberg", BY: "Bayern", BE: "Berlin", BB: "Brandenburg", HB: "Bremen", HH: "Hamburg", HE: "Hessen",
    MV: "Mecklenburg-Vorpommern", NI: "Niedersachsen", NW: "Nordrhein-Westfalen", RP: "Rheinland-Pfalz", SL: "Saarland",
    SN: "Sachsen", ST: "Sachsen-Anhalt", SH: "Schleswig-Holstein", TH: "Thüringen",
  } satisfies Record<Land, string>, // prettier-ignore
  sectors: {
    manufacturing: "Industrie und Produktion",
    crafts: "Handwerk",
    construction: "Bau",
    trade: "Handel",
    logistics: "Verkehr und Logistik",
    hospitality: "Gastgewerbe und Tourismus",
    "health-care": "Gesundheit und Pflege",
    "information-technology": "IT und Medien",
    "professional-services": "Beratung und freie Berufe",
    "energy-environment": "Energie, Wasser, Umwelt",
    agriculture: "Land- und Forstwirtschaft",
    finance: "Finanzen und Versicherungen",
    education: "Bildung",
    other: "andere Branche",
  } satisfies Record<Sector, string>,
  ownerships: { private: "mehrheitlich in privatem Besitz", public: "mehrheitlich in öffentlichem Besitz" } satisfies Record<
    Ownership,
    string
  >,
  stages: ["Ausgangspunkt", "Orientierung", "Erprobung", "Einführung", "Verankerung"],
  /** Beside the word for it. */
  stage: (stage: number, name: string) => `${stage} (${name})`,
  subjects: { municipality: "Verwaltung", sme: "Unternehmen", region: "Region" } satisfies Record<Subject, string>,
  directions: { positive: "positiv", mixed: "gemischt", negative: "negativ" } satisfies Record<Cell["direction"], string>,
  strengths: {
    a: "a – berichtete Tatsache oder Beschluss",
    b: "b – geplant oder vorhergesagt",
    c: "c – Absicht oder allgemeine Aussage",
  } satisfies Record<Cell["strength"], string>,
  grades: {
    primary: "amtliche oder erste Quelle",
    secondary: "Presse, Verband oder Fachseite",
    relayed: "aus zweiter Hand",
  } satisfies Record<Source["grade"], string>,
  unnamed: (track: string) => `Ohne Namen (${track})`,
  quoted: (text: string) => `„${text}“`,
  undated: "ohne Datum",
  asOf: (date: string) => `Stand: ${date}`,
  accessed: (date: string) => `geprüft am ${date}`,
  sectionHeading: (heading: string) => `Abschnitt „${heading}“`,
  sectionParagraph: (paragraph: number) => `Absatz ${paragraph}`,
  yes: "ja",
  no: "nein",
  personDay: "Personentag",
  personDays: "Personentage",
  months: "Monate",
  publisherUnknown: "Herausgeber nicht angegeben",
};

export const errors = {
  notFoundTitle: "Diese Seite gibt es nicht",
  notFound: "Die Adresse führt zu keiner Seite. Prüfen Sie bitte die Schreibweise oder beginnen Sie auf der Startseite.",
  noAccessTitle: "Diese Bewertung lässt sich nicht öffnen",
  noAccess:
    "Der Link ist ungültig oder gilt nicht mehr, oder die Bewertung wurde gelöscht. Haben Sie sie angelegt? Dann öffnen Sie den Link, den Sie dabei gespeichert haben, oder laden Sie eine Speicherdatei. Sonst fragen Sie die Person, von der Sie den Link haben.",
  noPartTitle: "Diese Fragen lassen sich nicht öffnen",
  noPart:
    "Der Link ist ungültig oder gilt nicht mehr, oder die Antworten wurden gelöscht. Bitten Sie die Person, von der Sie den Link haben, um einen neuen.",
  noWorkshopTitle: "Dieser Workshop lässt sich nicht öffnen",
  noWorkshop: "Der Workshop ist zu Ende, oder der Code oder der Link stimmt nicht. Fragen Sie die Person, die den Workshop leitet.",
  badRequestTitle: "Diese Anfrage lässt sich nicht lesen",
  badRequest: "Etwas an den Angaben stimmt nicht. Gehen Sie bitte zurück und versuchen Sie es noch einmal.",
  readOnlyTitle: "Mit diesem Link können Sie nur lesen",
  readOnly: "Zum Ändern brauchen Sie den Link zum Bearbeiten.",
  busyTitle: "Gerade ist zu viel zu tun",
  busy: "Der Server arbeitet noch für andere. Versuchen Sie es bitte in einer Minute noch einmal. Was schon gespeichert war, bleibt gespeichert.",
  tooManyTitle: "Das war gerade sehr viel auf einmal",
  tooMany:
    "Von Ihrem Gerät oder aus Ihrem Netz kam in kurzer Zeit mehr, als der Server für eine Stelle tut. Versuchen Sie es bitte später noch einmal. Was schon gespeichert war, bleibt gespeichert.",
  noStorageTitle: "Gerade lässt sich nichts speichern",
  noStorage:
    "Die Datenbank antwortet nicht, oder ihr fehlt Platz. Was Sie eben geschickt haben, ist nicht gespeichert; was vorher gespeichert war, bleibt gespeichert. Gehen Sie im Browser einen Schritt zurück: Dort steht meist noch, was Sie eingegeben haben. Versuchen Sie es in ein paar Minuten noch einmal.",
  brokenTitle: "Hier ist etwas schiefgegangen",
  broken: "Der Fehler liegt bei uns und wurde vermerkt. Gespeicherte Antworten sind nicht verloren. Versuchen Sie es bitte noch einmal.",
  /** Above a page to which more was sent than it takes. */
  tooLarge: (megabytes: number) =>
    `Das war zu groß: Hier lassen sich höchstens ${megabytes} MB auf einmal senden. Gespeichert ist davon nichts.`,
  toReport: "Zum Bericht",
  toMappe: "Zur Mappe",
  toHome: "Zur Startseite",
  toLoad: "Speicherdatei laden",
  saveFile: {
    "wrong-encoding": "Die Datei ist in einer Zeichenkodierung gespeichert, die wir nicht lesen. Speichern Sie sie als UTF-8.",
    "not-json": "Sie lässt sich nicht lesen: Sie ist beschädigt oder keine Speicherdatei von KI-Pegel.",
    "not-an-object": "Hier muss ein Objekt stehen.",
    missing: "Diese Angabe fehlt.",
    "unknown-key": "Diese Angabe ist unbekannt.",
    "wrong-format": "Das ist keine Speicherdatei von KI-Pegel.",
    "future-version": "Die Datei stammt aus einer neueren Version von KI-Pegel.",
    "wrong-version": "Diese Version der Datei ist unbekannt.",
    "unknown-track": "Erlaubt sind „municipality“ und „sme“.",
    "unknown-depth": "Erlaubt sind „quick“ und „full“.",
    "unknown-value": "Dieser Wert ist nicht erlaubt.",
    "not-a-picture": "Das ist kein Bild, oder es ist beschädigt oder zu groß.",
    "not-a-template": "Das ist keine Word-Vorlage, oder sie ist beschädigt, enthält Makros oder lädt Inhalte von außerhalb.",
    "future-model":
      "Die Datei gehört zu einem neueren Fragebogen, als diese Anwendung ihn kennt. Öffnen Sie sie dort, wo sie entstanden ist, oder bitten Sie den Betreiber um eine neuere Fassung.",
    "item-of-other-track": "Diese Frage gehört zum Fragebogen der anderen Seite: Kommunen und Unternehmen beantworten verschiedene Fragen.",
    "wrong-model": "Erwartet wird eine Version wie „1.0.0“.",
    "unknown-item": "Diese Frage gibt es nicht.",
    "level-out-of-range": "Erlaubt sind die Stufen 0, 1, 2, 3 und 4.",
    "not-an-answer": "Das ist keine Antwort. Erwartet wird eine Stufe, „dk“ oder „na“.",
    "two-answers": "Hier stehen eine Stufe und eine andere Antwort zugleich.",
    "reason-missing": "Zu „trifft nicht zu“ gehört ein Grund.",
    "not-applicable-not-allowed": "„Trifft nicht zu“ ist bei dieser Frage nicht vorgesehen.",
    "text-expected": "Hier wird Text erwartet.",
    "text-too-long": "Der Text ist zu lang.",
    "size-class-of-other-track": "Diese Größe gehört zum anderen Fragebogen.",
  } satisfies Record<FaultCode, string>,
};
