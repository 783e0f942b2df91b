/** Words of the public pages. */
export const regions = {
  title: "Die fünf Vergleichsregionen",
  lead: "Zu jeder Region haben wir einen Artikel ausgewertet: Was sagt er zu unseren neun Themen? Daraus werden Bereiche, nie einzelne Werte. Wo der Artikel schweigt, steht „keine Aussage“.",
  label: "Redaktionelle Auswertung von je einem Artikel pro Region. Keine Rangliste.",
  codingRules: "Nach welchen Regeln wir auswerten",
  cells: (count: number) => `Aussagen zu ${count} von 9 Themen`,
  overall: (low: string, high: string) => `Gesamtbereich ${low} bis ${high}`,
  noOverall: "Kein Gesamtbereich: Aussagen zu weniger als 65 % der Themen.",
  document: "Ausgewerteter Artikel",
  warnings: "Beim Lesen zu beachten",
  evidence: "Was der Artikel sagt",
  noEvidence: "Keine Aussage: Der Artikel sagt dazu nichts.",
  direction: "Richtung",
  back: "Alle Regionen",
  matrix: "Übersicht über alle Regionen und Themen",
};

export const initiatives = {
  title: "Maßnahmen",
  lead: "Alle Maßnahmen, aus denen der Bericht auswählt. Kosten und Aufwand sind unsere Schätzungen; worauf sie beruhen, steht dabei.",
  track: "Für wen",
  dimension: "Thema",
  all: "alle",
  search: "Suchwort",
  apply: "Anzeigen",
  count: (count: number) =>
    count === 0 ? "Keine Maßnahme passt zu dieser Auswahl." : count === 1 ? "Eine Maßnahme" : `${count} Maßnahmen`,
  reset: "Auswahl aufheben",
  liftsTitle: "Was sie bewirkt",
  lifts: (item: string, level: number) => `${item}: bis Stufe ${level}`,
  bySize: "Kosten und Aufwand nach Größe",
  size: "Größe",
  costNote: "Einmalige Ausgaben in Euro, ohne eigene Arbeitszeit.",
  back: "Alle Maßnahmen",
  requiresItem: (item: string, level: number, unlessUnmanaged: boolean) =>
    `${item}: mindestens Stufe ${level}${unlessUnmanaged ? ", außer wo KI schon ohne Absprache genutzt wird" : ""}`,
  requiresStage: (dimension: string, stage: number) => `${dimension}: mindestens Stufe ${stage}`,
};

export const funding = {
  title: "Förderung",
  lead: "Programme, Kredite und kostenlose Angebote. Beendete Programme stehen nur hier; empfohlen werden sie nie.",
  statuses: { open: "offen", opens: "öffnet noch", paused: "ausgesetzt", unclear: "Stand unklar", ended: "beendet" },
  kinds: { grant: "Zuschuss", loan: "Kredit", service: "kostenloses Angebot", tax: "Steuervorteil" },
  ends: "Endet am",
  who: "Für wen",
  where: "Wo",
  funder: "Träger",
  everywhere: "alle Bundesländer",
  amount: "Höhe",
  status: "Stand",
  kind: "Art",
  privateOnly: "nur für Unternehmen mehrheitlich in privatem Besitz",
  count: (count: number) => (count === 0 ? "Kein Programm passt zu dieser Auswahl." : count === 1 ? "Ein Programm" : `${count} Programme`),
  land: "Bundesland",
};

export const law = {
  title: "Recht",
  count: (count: number) =>
    count === 0 ? "Keine Vorschrift passt zu diesem Suchwort." : count === 1 ? "Eine Vorschrift" : `${count} Vorschriften`,
  lead: "Was das Recht von Kommunen und Unternehmen verlangt, die KI nutzen. Stand und Quelle stehen bei jedem Eintrag. Das ist keine Rechtsberatung.",
  appliesFrom: (date: string) => `gilt ab ${date}`,
  changes: "Was sich wann ändert",
  unconfirmed: "Nicht bestätigt:",
};

export const method = {
  questionnaires: "Die Fragebögen im Wortlaut",
  questionnaire: (track: string) => `Fragebogen: ${track}`,
  questionnaireLead: (count: number, version: string) =>
    `${count} Fragen in neun Themen, Version ${version}. Fragen mit Stern gehören zum Kurzcheck.`,
  keyItem: "gehört zum Kurzcheck",
  sourcesOf: "Beruht auf",
};

export const sources = {
  title: "Quellen",
  lead: "Alles, worauf Fragen, Vergleich, Maßnahmen, Recht und Förderung beruhen. Jeweils mit Datum und Güte der Quelle.",
  documents: "Ausgewertete Dokumente",
  others: "Weitere Quellen",
  findings: "Was wir den Dokumenten entnommen haben",
  notFound: "Was wir nicht gefunden haben",
  notFoundIntro:
    "Hier steht, was wir gesucht haben und wo. Nicht gefunden heißt nicht, dass es das nicht gibt. Wissen Sie mehr? Schreiben Sie uns; die Adresse steht im Impressum.",
};

export const accessibility = {
  reportTitle: "Formular: Barriere melden",
  reportLead: "Etwas ist für Sie nicht zugänglich? Schreiben Sie uns, was und auf welcher Seite.",
  message: "Was ist nicht zugänglich?",
  contact: "Wie erreichen wir Sie?",
  contactHint: "Nur wenn Sie eine Antwort wünschen, zum Beispiel eine E-\u2060Mail-Adresse.",
  submit: "Barriere melden",
  thanksTitle: "Danke für Ihre Meldung",
  thanks: "Sie ist gespeichert. Der Betreiber liest sie.",
  messageMissing: "Bitte beschreiben Sie die Barriere.",
  messageTooLong: "Der Text ist zu lang. Höchstens 5.000 Zeichen.",
  contactTooLong: "Der Text ist zu lang. Höchstens 200 Zeichen.",
};

export const operator = { missing: "[vom Betreiber noch nicht angegeben]" };
