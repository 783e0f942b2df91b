/** Words that only documents use: PDF and Word files. */
export const document = {
  description: (organisation: string | null) =>
    organisation ? `Bericht zur KI-Reife von ${organisation}, erstellt mit KI-Pegel` : "Bericht zur KI-Reife, erstellt mit KI-Pegel",
  contents: "Inhalt",
  page: "Seite",
  of: "von",
  author: "Verantwortlich für diesen Bericht",
  questionnaire: "Fragebogen",
  place: "Land",
  size: "Größe",
  sector: "Branche",
  cover:
    "Selbsteinschätzung, nicht validiert, keine Rechtsberatung. Woher jede Zahl stammt, steht im Kapitel „Wie das Ergebnis zustande kommt“.",
  authorsSummary: "Zusammenfassung",
  outdated: "Nachdem dieser Text geschrieben wurde, haben sich Antworten geändert. Zahlen im Text können veraltet sein.",
  comment: "Anmerkung",
  standing: "Wo wir stehen",
  steps: "Die nächsten Schritte",
  asked: { municipality: "Was der Rat entscheiden sollte", sme: "Was jetzt zu entscheiden ist" },
  askedFor: {
    notice: "Das Ergebnis dieser Selbsteinschätzung zur Kenntnis nehmen.",
    duties: (titles: string) => `Die gesetzlichen Pflichten erfüllen: ${titles}.`,
    means: (count: number, cost: string, days: string) =>
      count === 1
        ? `Für den ersten Schritt ${cost} und ${days} bereitstellen (unsere Schätzung).`
        : `Für die ersten ${count} Schritte zusammen ${cost} und ${days} bereitstellen (unsere Schätzung).`,
    again: "Die Bewertung nach einem halben Jahr wiederholen und darüber berichten lassen.",
  },
  chartCaption: "Werte der neun Themen mit ihren Spannweiten, auf der Skala von 0 bis 100",
  radarCaption: "Die neun Werte als Netz",
  planCaption: "Welche Maßnahme in welchem Quartal läuft",
  frontierCaption: "Erreichbarer Gesamtwert bei steigendem Geld",
  chartAlternative: (values: string) => `Diagramm der neun Themen. ${values}. Dieselben Zahlen stehen in der Tabelle im nächsten Kapitel.`,
  radarAlternative: "Netzdiagramm der neun Werte. Dieselben Zahlen stehen in der Tabelle darunter.",
  planAlternative: (rows: string) => `Zeitplan. ${rows}. Dieselben Angaben stehen in der Tabelle darunter.`,
  frontierAlternative: (low: string, high: string) =>
    `Kurve: Der erreichbare Gesamtwert steigt mit dem Geld von ${low} auf ${high}. Die Zahlen stehen in der Tabelle darunter.`,
  valueOf: (name: string, value: string, interval: string) => `${name}: ${value}, Spannweite ${interval}`,
  runsIn: (title: string, start: string, end: string) => `${title}: ${start} bis ${end}`,
  numbers: "Die Zahlen dazu",
  regions: "Vergleich mit den fünf Regionen",
  regionsCaption: (dimension: string) => `${dimension}: Vergleich mit den Regionen`,
  basisCaption: (dimension: string) => `${dimension}: Fragen, Antworten und Nachweise`,
  evidenceOf: "Richtung und Stärke",
  questionSources: "Quellen der Fragen",
  none: "keine",
  openTitle: "Offene Fragen",
  openLead: "Diese Fragen haben noch keine Stufe. Klären Sie zuerst, wer es weiß. Jede Antwort macht die Spannweite kleiner.",
  openNone: "Alle zutreffenden Fragen haben eine Stufe.",
  suggestedFrame: "Noch hat niemand einen Rahmen festgelegt. Dieser Fahrplan folgt einem Vorschlag von uns:",
  frame: (budget: string, days: string, quarters: string) => `Rahmen: ${budget}, ${days} Personentage je Quartal, ${quarters}.`,
  notPlanned: "Kein Fahrplan passt in diesen Rahmen.",
  sourcesTitle: "Quellen",
  sourcesLead: "Alle Dokumente, auf die sich dieser Bericht stützt.",
  simulated:
    "Die Spannweite sagt, wie tief oder hoch der Wert läge, wenn alle offenen Fragen mit Stufe 0 oder 4 beantwortet wären. Der Bereich „in 9 von 10 Rechnungen“ ändert dazu Gewichte, Art des Mittelwerts und Antworten. Deshalb können beide voneinander und vom Wert abweichen.",
};
