/** What only pages say of a result: titles that are findings, and short forms of what documents say at length. */
export const screen = {
  /** Names of the parts, as `result.parts` has them, stand in the navigation; these stand above the page. */
  headlines: {
    using: (who: string, use: string) => `${who} ${use}`,
    topics: (strong: string, weak: string) =>
      // Names of topics stand as they are: behind a preposition they would have to be declined.
      strong && weak ? `Stärker: ${strong}; schwächer: ${weak}` : strong ? `Stärker: ${strong}` : `Schwächer: ${weak}`,
    topicsOpen: (open: number, of: number) => `${open} von ${of} Antworten sind noch offen`,
    topicsQuick: "Ihre Antworten, Thema für Thema",
    duties: (now: number) => (now === 1 ? "Eine Pflicht gilt jetzt" : `${now} Pflichten gelten jetzt`),
    dutiesMet: (title: string, unasked: number) =>
      unasked === 0
        ? `${title}, alles dafür ist da`
        : `${title}, ${unasked === 1 ? "eine davon ist" : `${unasked} davon sind`} nicht abgefragt`,
    dutiesOpen: (title: string, open: number, now: number) =>
      open === now
        ? `${title}, bei ${now === 1 ? "ihr" : now === 2 ? "beiden" : "allen"} ist etwas offen`
        : `${title}, bei ${open === 1 ? "einer" : open} ist etwas offen`,
    plan: (steps: number, end: string, before: string, after: string) =>
      `${steps === 1 ? "Ein Schritt hebt" : `${steps} Schritte heben`} Ihren Stand bis ${end} von ${before} auf ${after}`,
    planOpen: (steps: number, end: string) => `${steps === 1 ? "Ein Schritt" : `${steps} Schritte`} bis ${end}`,
    planOver: "Zurzeit steht keine Maßnahme an",
    planEmpty: "Der Plan hat noch keine Schritte",
    funding: (count: number) => (count === 1 ? "Ein Programm steht Ihnen offen" : `${count} Programme stehen Ihnen offen`),
    fundingNone: "Zurzeit ist kein passendes Programm offen",
    comparison: (places: string) => `Neben fünf Regionen: ${places}`,
    times: (count: number, position: string) => `${count === 1 ? "einmal" : `${count}-mal`} ${position}`,
    comparisonUnclear: "Neben den fünf Regionen ist die Lage überall unklar",
    comparisonNone: "Kein Artikel über die fünf Regionen spricht über vergleichbare Organisationen",
    certainty: (low: string, high: string) => `Fachleute kämen meist auf ${low} bis ${high}`,
    initiativesOpen: (count: number) => `Noch ist offen, welche der ${count} Maßnahmen Ihnen helfen`,
    initiatives: (count: number) => (count === 1 ? "Eine Maßnahme hilft Ihnen weiter" : `${count} Maßnahmen helfen Ihnen weiter`),
  },
  tasks: {
    titleNotBegun: (all: number) => `${all} Fragen bis zu Ihrem Bericht`,
    titleOpen: (open: number) => (open === 1 ? "Noch eine Frage bis zu Ihrem Bericht" : `Noch ${open} Fragen bis zu Ihrem Bericht`),
    titleUnknown: (count: number) =>
      count === 1 ? "Alles beantwortet, eine Auskunft fehlt noch" : `Alles beantwortet, ${count} Auskünfte fehlen noch`,
    titleDone: "Alles beantwortet: Ihr Bericht ist fertig",
    prepare: "1 Vorbereiten",
    answer: "2 Neun Themen beantworten",
    answerQuick: "2 Die Fragen beantworten",
    clarifyTitle: "3 Klären",
    decide: "4 Entscheiden",
    done: "Fertig",
    informationOpen: (count: number) => (count === 1 ? "1 Auskunft offen" : `${count} Auskünfte offen`),
    begun: "Unvollständig",
    notBegun: "Noch offen",
    partly: (answered: number, asked: number) => `${answered} von ${asked}`,
    open: (numbers: string) => `Offen: ${numbers}`,
    unknown: (numbers: string) => `Weiß nicht: ${numbers}`,
    profileMissing: "Bundesland oder Größe fehlt",
    clarify: "Fehlende Auskünfte einholen",
    contradictions: "Antworten, die nicht zusammenpassen",
    answersOpen: (count: number) => `${count} offen`,
    nothingToClarify: "Zurzeit ist nichts zu klären.",
    read: "Bericht lesen",
    plan: "Plan festlegen",
    planSuggested: "Vorschlag liegt bereit",
    planKept: "Festgelegt",
    documents: "Unterlagen herunterladen",
    soFar: "Ergebnis bis jetzt",
  },
  band: (low: string, high: string) => `Unsere Annahme: Fachleute kämen meist auf ${low} bis ${high}.`,
  howSure: "Wie sicher ist das?",
  whatItSays: "Was der Wert sagt",
  more: "Mehr",
  steps: "Was Sie zuerst tun",
  planLink: (steps: number) => (steps === 1 ? "Plan mit einem Schritt" : `Plan mit ${steps} Schritten`),
  firstHalfHour: "Erste halbe Stunde",
  helps: "Hilft kostenlos",
  pays: "Zahlt",
  costs: "Kostet",
  ownMoney: "Eigene Mittel",
  duty: "dient einer Pflicht",
  aboutProgramme: "Mehr zu diesem Programm",
  others: (count: number) => (count === 1 ? "Eine weitere Stelle" : `${count} weitere Stellen`),
  moreInitiatives: (count: number) => (count === 1 ? "Eine weitere Maßnahme" : `${count} weitere Maßnahmen`),
  kind: "Art",
  place: (place: number, count: number) => `Platz ${place} von ${count}`,
  changeAnswers: "Antworten ändern",
  compareWith: "Mit einer Region vergleichen, Themen anders gewichten",
};
