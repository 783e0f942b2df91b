import type { OpenLicence } from "../../core/ring/open-data";

/** Words about the figures of comparison rings as open data. */
export const openData = {
  title: "Offene Daten",
  lead: "Hier stehen Zahlen von Vergleichsringen, deren Mitglieder alle zugestimmt haben. Sie dürfen sie nach der genannten Lizenz nutzen.",
  none: "Zurzeit veröffentlicht kein Vergleichsring seine Zahlen.",
  catalogue: "Katalog für Datenportale (DCAT-AP.de 3.0, JSON-LD)",
  catalogueTitle: "Zahlen von Vergleichsringen zur KI-Reife",
  catalogueText: "Median und mittlere Hälfte der KI-Reife von Organisationen, die sich in Vergleichsringen von KI-Pegel vergleichen.",
  description: (track: string, version: string) =>
    `KI-Reife der Mitglieder eines Vergleichsrings auf einer Skala von 0 bis 100: Anzahl der Werte, Median und Quartile, insgesamt und je Thema. Fragebogen: ${track}, Version ${version}. Alle Zahlen sind auf Fünfer gerundet. Was auf weniger als sechs Werten beruht, fehlt. Quartile stehen ab acht Werten da und liegen mindestens 10 Punkte neben dem Median.`,
  keywords: ["Künstliche Intelligenz", "KI-Reife", "Verwaltungsdigitalisierung", "Vergleichsring"],
  fileTitle: "Zahlen als Tabelle",
  csv: "Zahlen als CSV-Datei",
  publishedBy: (publisher: string) => `Herausgeber: ${publisher}.`,
  questionsTo: "Fragen an:",
  underLicence: (licence: string) => `Lizenz: ${licence}.`,
  licences: {
    "dl-by-de/2.0": "Datenlizenz Deutschland – Namensnennung – Version 2.0",
    "dl-zero-de/2.0": "Datenlizenz Deutschland – Zero – Version 2.0",
    "cc-by/4.0": "Creative Commons Namensnennung 4.0",
    "cc-zero": "Creative Commons Zero 1.0",
  } satisfies Record<OpenLicence, string>,
  licenceTexts: {
    "dl-by-de/2.0": "Alle dürfen die Daten nutzen, wenn sie den Herausgeber nennen.",
    "dl-zero-de/2.0": "Alle dürfen die Daten ohne Bedingung nutzen.",
    "cc-by/4.0": "Alle dürfen die Daten nutzen, wenn sie den Herausgeber nennen. Die Lizenz ist weltweit üblich.",
    "cc-zero": "Alle dürfen die Daten ohne Bedingung nutzen. Die Lizenz ist weltweit üblich.",
  } satisfies Record<OpenLicence, string>,

  /** On the page of a ring. */
  ringTitle: "Zahlen als offene Daten",
  ringLead:
    "Die Zahlen des Rings können als offene Daten erscheinen, mit derselben Rundung und denselben Grenzen wie hier. Namen und Werte einzelner Mitglieder erscheinen nie. Veröffentlicht wird nur, solange jedes Mitglied zustimmt.",
  offerTitle: "Veröffentlichung vorschlagen",
  offerChange: "Vorschlag ändern",
  offerChangeText: "Wenn Sie etwas ändern, müssen alle Mitglieder neu zustimmen.",
  datasetTitle: "Titel des Datensatzes",
  datasetTitleHint: "Er steht in Datenportalen. Nennen Sie zum Beispiel den Kreis.",
  datasetTitleFault: (most: number) => `Geben Sie einen Titel ein, mit höchstens ${most} Zeichen.`,
  publisher: "Herausgeber",
  publisherHint: "Die Stelle, die die Daten rechtlich veröffentlicht.",
  publisherFault: (most: number) => `Geben Sie den Herausgeber an, mit höchstens ${most} Zeichen.`,
  contact: "E-\u2060Mail-Adresse für Fragen",
  contactHint: "Sie steht öffentlich im Katalog. Nehmen Sie ein Postfach der Stelle, keine persönliche Adresse.",
  contactFault: "Geben Sie eine E-\u2060Mail-Adresse ein, zum Beispiel daten@musterkreis.de.",
  licence: "Lizenz",
  licenceFault: "Wählen Sie eine Lizenz.",
  offerSubmit: "Den Mitgliedern vorschlagen",
  stop: "Veröffentlichung beenden",
  agreedOf: (agreed: number, members: number) => `${agreed} von ${members} Mitgliedern ${agreed === 1 ? "stimmt" : "stimmen"} zu.`,
  isPublished: "Die Zahlen sind veröffentlicht.",
  isWaiting:
    "Die Zahlen sind nicht veröffentlicht. Dafür muss jedes Mitglied zustimmen, und es müssen Zahlen da sein. Wenn jemand gegangen ist, wartet die Veröffentlichung, bis die Zahlen erneuert sind.",
  toPublished: "Zu den offenen Daten",

  /** For a member. */
  asks: "Sollen die Zahlen des Rings so erscheinen?",
  askedText:
    "Ihre Zustimmung gilt auch für spätere Stände der Zahlen. Sie können sie jederzeit zurücknehmen, dann verschwinden die Zahlen hier sofort. Was andere schon heruntergeladen haben, bleibt bei ihnen. Ihr Platz im Ring hängt nicht davon ab.",
  agree: "Zustimmen",
  agreed: "Sie stimmen der Veröffentlichung zu.",
  withdraw: "Zustimmung zurücknehmen",
  changed: "Der Vorschlag ist inzwischen ein anderer. Lesen Sie ihn bitte noch einmal.",
};
