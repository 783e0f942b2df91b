/** What only pages say of a result: titles that are findings, and short forms of what documents say at length. */
export const screen = {
  /** Names of the parts, as `result.parts` has them, stand in the navigation; these stand above the page. */
  headlines: {
    using: (who: string, use: string) => `${who} ${use}`,
    topics: (strong: string, weak: string) => `Stärker bei ${strong}, schwächer bei ${weak}`,
    topicsOpen: (open: number, of: number) => `${open} von ${of} Antworten sind noch offen`,
    topicsQuick: "Neun Antworten, Thema für Thema",
    duties: (now: number) => (now === 1 ? "Eine Pflicht gilt jetzt" : `${now} Pflichten gelten jetzt`),
    dutiesFree: "Nach Ihren Antworten gilt heute keine Pflicht",
    dutiesOpen: (title: string, open: number, now: number) =>
      open === 0
        ? `${title}, alles dafür ist da`
        : open === now
          ? `${title}, bei ${now === 1 ? "ihr" : "allen"} ist etwas offen`
          : `${title}, bei ${open} ist etwas offen`,
    plan: (steps: number, end: string, before: string, after: string) =>
      `${steps === 1 ? "Ein Schritt hebt" : `${steps} Schritte heben`} Ihren Stand bis ${end} von ${before} auf ${after}`,
    planOpen: (steps: number, end: string) => `${steps === 1 ? "Ein Schritt" : `${steps} Schritte`} bis ${end}`,
    planEmpty: "Der Plan hat noch keine Schritte",
    funding: (count: number) => (count === 1 ? "Ein Programm steht Ihnen offen" : `${count} Programme stehen Ihnen offen`),
    fundingNone: "Zurzeit kennen wir kein offenes Programm für Sie",
    comparison: (places: string) => `Neben fünf Regionen: ${places}`,
    times: (count: number, position: string) => `${count}-mal ${position}`,
    comparisonNone: "Kein Artikel über die fünf Regionen lässt sich mit Ihnen vergleichen",
    certainty: (low: string, high: string) => `Fachleute kämen meist auf ${low} bis ${high}`,
    initiatives: (count: number) => (count === 1 ? "Eine Maßnahme hilft Ihnen weiter" : `${count} Maßnahmen helfen Ihnen weiter`),
  },
  band: (low: string, high: string) => `Unsere Annahme: Fachleute kämen meist auf ${low} bis ${high}.`,
  howSure: "Wie sicher ist das?",
  whatItSays: "Was der Wert sagt",
  more: "Mehr zum Ergebnis",
  steps: "Was Sie zuerst tun",
  planLink: (steps: number) => (steps === 1 ? "Plan mit einem Schritt" : `Plan mit ${steps} Schritten`),
  firstHalfHour: "Erste halbe Stunde",
  helps: "Hilft kostenlos",
  pays: "Zahlt",
  costs: "Kostet",
  ownMoney: "Sie selbst",
  duty: "Pflicht",
  aboutProgramme: "Mehr zu diesem Programm",
  others: (count: number) => (count === 1 ? "Eine weitere Stelle" : `${count} weitere Stellen`),
  moreInitiatives: (count: number) => (count === 1 ? "Eine weitere Maßnahme" : `${count} weitere Maßnahmen`),
  kind: "Art",
  place: (place: number, count: number) => `Platz ${place} von ${count}`,
  changeAnswers: "Antworten ändern",
  compareWith: "Mit einer Region vergleichen, Themen anders gewichten",
};
