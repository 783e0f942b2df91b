/** Words of the papers that people decide and act on. They speak of the organisation, never of this tool. */
export const papers = {
  names: {
    report: "Bericht",
    "owner-page": "Betriebsblatt",
    resolution: "Beschlussvorlage",
    slide: "Kurzfassung",
    annex: "Anlage: Nachweise, Maßnahmen und Quellen",
  },
  hints: {
    report: "Für alle, die entscheiden: wo Sie stehen, was gilt, was zu tun ist. Etwa zehn Seiten.",
    "owner-page": "Ihr Ergebnis auf einen Blick: drei Schritte, was gilt, wer hilft. Bis zu vier Seiten.",
    resolution: "Für die Sitzung: Gegenstand, Beschluss, Gründe, Kosten. Zwei Seiten, am besten als Word-Datei.",
    slide: "Für einen Vortrag: alles Wichtige auf einer Seite im Querformat, auch als Bild.",
    annex: "Für alle, die prüfen: jede Antwort, alle Maßnahmen, alle Quellen. Lang.",
  },
  fileNames: {
    report: "bericht",
    "owner-page": "betriebsblatt",
    resolution: "beschlussvorlage",
    slide: "kurzfassung",
    annex: "anlage",
    tables: "tabellen",
  },
  runningHead: (organisation: string) => `${organisation}: Stand bei Künstlicher Intelligenz`,
  numbersNote: "Zahlen in eckigen Klammern sind die Nummern der Fragen. Alle Antworten stehen in der Anlage.",
  evidence: (text: string) => `Nachweis: ${text}`,
  asked: { municipality: "Was zu beschließen ist", sme: "Was zu entscheiden ist" },
  measures: (count: number): string => (count === 1 ? "Maßnahme" : "Maßnahmen"),
  dutySteps: (count: number, isAnyDuty: boolean, unclear: number) =>
    !isAnyDuty ? unclear === 0 ? "keine der geprüften Pflichten gilt heute" : unclear === 1 ? "eine Pflicht ist zu klären" : `${unclear} Pflichten sind zu klären`
    : count === 0 ? "keine davon erfüllt eine Pflicht, die heute gilt"
    : count === 1 ? "eine davon dient einer Pflicht, die heute gilt"
    : `${count} davon dienen Pflichten, die heute gelten`, // prettier-ignore
  onceNote: (range: string) => `geschätzt ${range}`,
  onceAllNote: "im ganzen Plan",
  yearlyLabel: "danach im Jahr",
  yearlyNote: "laufende Kosten",
  riseLabel: "Stand",
  riseByPlan: "Stand mit dem Plan",
  riseNote: (end: string) => `heute und am ${end}`,
  decision: {
    title: { municipality: "Beschlussvorschlag", sme: "Entscheidungsvorschlag" },
    lead: { municipality: "Es wird beschlossen:", sme: "Die Geschäftsführung entscheidet:" },
    doTitle: "Umsetzung",
    doText: (count: number, end: string) =>
      count === 1
        ? `Die Maßnahme des Plans wird bis zum ${end} umgesetzt. Zuständig ist, wer in der Tabelle dazu steht.`
        : `Die ${count} Maßnahmen des Plans werden bis zum ${end} umgesetzt. Zuständig ist, wer in der Tabelle dazu steht.`,
    meansTitle: "Mittel",
    meansText: (year: string, once: string, running: string | null) =>
      running
        ? `Für ${year} werden ${once} einmalig und ${running} laufend bereitgestellt.`
        : `Für ${year} werden ${once} einmalig bereitgestellt.`,
    meansAfter: (day: string, yearly: string) => `Ab dem ${day} sind es ${yearly} im Jahr.`,
    meansNone: "Außer Arbeitszeit kostet der Plan nichts.",
    dutiesTitle: "Pflichten",
    dutiesText: (titles: string, count: number) =>
      count === 1
        ? `Für diese geltende Pflicht wird der Nachweis geführt: ${titles}.`
        : `Für diese geltenden Pflichten wird der Nachweis geführt: ${titles}.`,
    /** Where the limits that are set allow no plan. */
    limitsTitle: "Rahmen",
    limitsText: (who: string, end: string, why: string) =>
      `${who} schlägt bis zum ${end} einen Rahmen vor, in dem ein Plan möglich ist. ${why}`,
    limitsMissing: (missing: string) => `Der bisherige reicht nicht: ${missing} Der nächste Plan, der geht, steht in der Anlage.`,
    openTitle: "Offene Fragen",
    openQuestions: (count: number): string =>
      count === 1 ? "ist die eine offene Frage beantwortet" : `sind die ${count} offenen Fragen beantwortet`,
    unclearDuties: (count: number): string =>
      count === 1 ? "steht fest, ob die eine unklare Pflicht gilt" : `steht fest, welche der ${count} unklaren Pflichten gelten`,
    openText: (what: string, date: string) => `Bis zum ${date} ${what}.`,
    /** @param date null where it has just been said. */
    unaskedText: (count: number, date: string | null) =>
      `${date === null ? "Bis dahin ist auch geprüft" : `Bis zum ${date} ist geprüft`}, ob ${count === 1 ? "die eine nicht abgefragte Pflicht erfüllt ist" : `die ${count} nicht abgefragten Pflichten erfüllt sind`}.`,
    reportTitle: "Bericht",
    reporting: { municipality: "Die Verwaltung", sme: "Wer für KI zuständig ist," },
    reportText: (who: string, half: string, end: string) =>
      `${who} berichtet bis zum ${half} über den Zwischenstand. Bis zum ${end} liegt das Ergebnis mit einer neuen Bewertung vor.`,
    costsTitle: "Kosten und Zuständigkeit",
    meansRounded: "Die Jahre sind auf 50 € gerundet.",
    costsHint: "Angesetzt ist die Mitte der geschätzten Spanne. Tage sind Personentage des eigenen Personals.",
    frame: (budget: string, days: string) => `Gerechnet ist der Plan mit diesem Rahmen: ${budget} und ${days} je Quartal.`,
    measure: "Maßnahme",
    once: "einmalig",
    onceAndRange: "einmalig, Spanne",
    yearly: "danach im Jahr",
    days: "Tage",
    until: "bis",
    sum: "Summe",
    rest: (count: number) => `${count} weitere Maßnahmen`,
    inReport: "siehe Bericht",
    /** Of a municipality that others may work for. */
    offices: (ofAuthority: string) =>
      `Mit Ämtern ist gemeint, wer in der Verwaltung diese Aufgabe hat. Hat die Gemeinde keine eigene Verwaltung, sind es die Stellen ${ofAuthority}, die für sie handeln; vor dem ersten Schritt ist dort zu fragen, was schon geplant ist.`,
    /** Of what, by Land; see `mayShareOffices`. */
    jointAuthorities: {
      BW: "der Verwaltungsgemeinschaft",
      BY: "der Verwaltungsgemeinschaft",
      BB: "des Amts oder der Verbandsgemeinde",
      MV: "des Amts",
      NI: "der Samtgemeinde",
      RP: "der Verbandsgemeinde",
      SN: "der Verwaltungsgemeinschaft oder des Verwaltungsverbands",
      ST: "der Verbandsgemeinde",
      SH: "des Amts",
      TH: "der Verwaltungsgemeinschaft",
    },
    withoutStaffCouncil: "Einen Personalrat gibt es nach eigener Angabe nicht; was von ihm gesagt wird, entfällt.",
    /** In Länder that are towns as well. */
    councils: {
      BE: "Mit dem Rat ist in den Berliner Bezirken die Bezirksverordnetenversammlung gemeint, mit der Verwaltungsleitung das Bezirksamt. Geld kommt aus dem Bezirkshaushaltsplan und seiner Globalsumme (Art. 85 Abs. 2 der Verfassung von Berlin).",
      HH: "Mit dem Rat ist in den Hamburger Bezirken die Bezirksversammlung gemeint, mit der Verwaltungsleitung das Bezirksamt. Land und Gemeinde sind hier eins (Art. 4 der Verfassung Hamburgs); über den Haushalt beschließt die Bürgerschaft.",
      HB: "Mit dem Rat ist in der Stadt Bremen die Stadtbürgerschaft gemeint, in Bremerhaven die Stadtverordnetenversammlung; mit der Verwaltungsleitung der Senat oder der Magistrat.",
    },
    waysTitle: "Wege im Vergleich",
    waysNote: (end: string) => `Der Stand am Ende gilt für den ${end}, wenn bis dahin alles umgesetzt ist.`,
    way: "Weg",
    score: "Stand am Ende",
    consequence: "Folge",
    ways: { nothing: "Nichts tun", duties: "Nur, was die Pflichten verlangen", all: "Vorschlag" },
    consequences: {
      dutiesOpen: (count: number) =>
        count === 1 ? "Eine geltende Pflicht bleibt ohne vollen Nachweis." : `${count} geltende Pflichten bleiben ohne vollen Nachweis.`,
      allStays: "Es bleibt, wie es ist.",
      onlyDuties: "Was die Pflichten verlangen, ist umgesetzt. Mehr ändert sich nicht.",
      onlyDutiesBut: (count: number) =>
        `Was die Pflichten verlangen, ist umgesetzt; ${count === 1 ? "zu einer davon" : `zu ${count} davon`} hat der Plan keine Maßnahme.`,
      noDuties: "Keine geltende Pflicht ist offen. Es bleibt, wie es ist.",
      all: "Alle Maßnahmen des Plans sind umgesetzt.",
    },
  },
  topics: {
    title: (low: string, high: string) => `Die neun Themen liegen zwischen ${low} und ${high}`,
    sameTitle: (value: string) => `Alle neun Themen liegen bei ${value}`,
    someTitle: (count: number, low: string, high: string, without: string) => {
      const told = count === 1 ? "Ein Thema liegt" : `${count} Themen liegen`;
      return `${told} ${low === high ? `bei ${low}` : `zwischen ${low} und ${high}`}; ohne Zahl: ${without}`;
    },
    noneTitle: "Für eine Zahl je Thema sind zu viele Fragen offen",
    strong: "Weiter",
    weak: "Weniger weit",
    unclear: "Ungeklärt",
    nothingUnclear: "Alle zutreffenden Fragen sind beantwortet.",
    manyUnclear: (count: number) => `${count} Fragen; sie stehen unten beim jeweiligen Thema.`,
    briefTitle: "Was da ist und was fehlt",
    briefLead:
      "Jede Zeile ist aus Antworten zusammengesetzt. „Vorhanden“ heißt mindestens erprobt. „Fehlt“ heißt nicht begonnen oder erst geplant.",
    next: "Weiter mit",
    notInPlan: "keiner Maßnahme dieses Plans",
    measures: (numbers: string, count: number) => (count === 1 ? `Maßnahme ${numbers}` : `Maßnahmen ${numbers}`),
    nothing: "nichts",
    stagesTitle: "Woran die Stufen zu erkennen sind",
    stageMeans: "Woran man sie erkennt",
    stages: [
      "Es gibt nichts Schriftliches, und nichts ist in Arbeit.",
      "Es ist geplant oder beauftragt, gilt aber noch nicht.",
      "Es ist für einzelne Vorhaben vorhanden.",
      "Es ist überall eingeführt und belegt.",
      "Es wird mindestens einmal im Jahr geprüft und erneuert.",
    ],
  },
  duties: {
    title: (count: number, states: string) => `${count === 1 ? "Eine Pflicht gilt" : `${count} Pflichten gelten`} heute: ${states}`,
    allMet: (count: number): string => (count === 1 ? "sie ist erfüllt" : count === 2 ? "beide sind erfüllt" : "alle sind erfüllt"),
    noneMet: (count: number): string => (count === 1 ? "ihr fehlt der volle Nachweis" : "keine ist voll nachgewiesen"),
    met: (count: number) => `${count} erfüllt`,
    open: (count: number) => `${count} ohne vollen Nachweis`,
    unasked: (count: number) => `${count} nicht abgefragt`,
    due: (day: string) => `fällig ${day}`,
    clarify: "Zu klären",
    clarifyLead: (count: number): string =>
      count === 1
        ? "Ob diese Pflicht gilt, hängt von einer Angabe ab, die noch fehlt. Die Frage dazu steht in der Anlage."
        : "Ob diese Pflichten gelten, hängt von Angaben ab, die noch fehlen. Die Fragen dazu stehen in der Anlage.",
    later: "Später",
    others: (count: number) => (count === 1 ? "Eine weitere Pflicht gilt heute." : `${count} weitere Pflichten gelten heute.`),
    asSoonAs: (count: number) =>
      count === 1
        ? "Eine weitere Pflicht gilt erst, wenn sich etwas ändert. Die Anlage nennt sie mit ihrer Bedingung."
        : `${count} weitere Pflichten gelten erst, wenn sich etwas ändert. Die Anlage nennt sie mit ihrer Bedingung.`,
    denied: (count: number) =>
      count === 1
        ? "Eine Pflicht gilt nach eigener Angabe nicht. Die Anlage nennt sie mit der Frage dazu."
        : `${count} Pflichten gelten nach eigenen Angaben nicht. Die Anlage nennt sie mit den Fragen dazu.`,
    soonTitle: "Was Pflicht werden kann",
  },
  steps: {
    title: (count: number, end: string) => `${count === 1 ? "Eine Maßnahme" : `${count} Maßnahmen`} bis zum ${end}`,
    lead: "In der Reihenfolge, in der sie beginnen: Pflichten so früh wie möglich, jede Maßnahme nach dem, was sie braucht.",
    others: "Weitere Maßnahmen des Plans",
    notInPlan: "Bewusst nicht in diesem Plan",
    notInPlanMore: (count: number) =>
      count === 1 ? "Eine weitere steht mit ihrem Grund in der Anlage." : `${count} weitere stehen mit ihrem Grund in der Anlage.`,
    why: "Warum",
    who: "Wer und bis wann",
    needs: "Kosten und Zeit",
    duty: "Pflicht",
  },
  calendar: {
    title: (end: string) => `Der Weg bis zum ${end}`,
    quarter: "Quartal",
    from: "ab",
    starts: "Was beginnt",
    changed: "Was sich dadurch ändert",
  },
  comparison: {
    rule: "Die Zahlen sind der Bereich, für den der Artikel spricht.",
    unclear: (count: number) =>
      count === 1
        ? "In einem Feld ist die Lage unklar: Die eigene Spanne reicht dort über die Grenze des Bereichs."
        : `In ${count} Feldern ist die Lage unklar: Die eigene Spanne reicht dort über die Grenze des Bereichs.`,
    lead: "Verglichen wird nur, wo ein Artikel über Organisationen derselben Art spricht. Das ist eine redaktionelle Auswertung, keine Messung.",
    others: (count: number) =>
      count === 1
        ? "Zu einem weiteren Feld spricht der Artikel über andere. Es steht in der Anlage."
        : `Zu ${count} weiteren Feldern sprechen die Artikel über andere. Sie stehen in der Anlage.`,
    topic: "Thema",
  },
  money: {
    /** @param isGranted whether one of them gives a grant for the plan; null where there is nothing to pay for. */
    title: (count: number, isGranted: boolean | null) => {
      if (count === 0) return "Der Plan wird aus eigenen Mitteln bezahlt";
      const open = count === 1 ? "Ein Programm ist offen" : `${count} Programme sind offen`;
      if (isGranted === null) return open;
      return `${open}, für den Plan ist ${isGranted ? "ein Zuschuss möglich" : "kein Zuschuss bekannt"}`;
    },
    programme: "Programm",
    more: (count: number) =>
      count === 1 ? "Ein weiteres Programm steht in der Anlage." : `${count} weitere Programme stehen in der Anlage.`,
    help: "Wer kostenlos hilft oder Auskunft gibt",
    check: "Vor jedem Antrag beim Träger prüfen, ob das Programm noch offen ist.",
  },
  method: {
    title: "Wie der Stand entsteht",
    questions: "Fragen",
    questionsText: (count: number) =>
      `${count} Fragen zu neun Themen. Jede Antwort steht auf einer von fünf Stufen, von „nichts vorhanden“ bis „jährlich geprüft“.`,
    calculation: "Rechnung",
    calculationText: "Der Stand ist der Anteil dessen, was von dem Erfragten vorhanden ist, von 0 bis 100.",
    securedText: "Die gesicherte Stufe ist nie höher als die niedrigste der vier Grundlagen-Themen.",
    openText: "Eine offene Frage zählt als nicht vorhanden. Der höchste mögliche Wert nimmt an, alle offenen Antworten lägen ganz oben.",
    limits: "Grenzen",
    limitsText: (isChecked: boolean) =>
      `Selbsteinschätzung, ${isChecked ? "zum Teil von einer zweiten Person geprüft" : "von niemandem geprüft"}, nicht validiert. Keine Rechtsberatung, keine Rangliste, keine Aufsicht.`,
    estimates: "Schätzungen",
    estimatesText: "Kosten und Zeiten sind nach Größenklassen geschätzt. Grundlage und Beispiele stehen in der Anlage.",
    tool: (version: string, content: string, date: string) =>
      `Methode: KI-Pegel, Fragebogen ${version}, Inhalte ${content}, Bericht vom ${date}.`,
    sources: "Rechtsgrundlagen",
  },
  resolution: {
    title: (organisation: string) => `Beschlussvorlage: Nutzung Künstlicher Intelligenz, ${organisation}`,
    facts: {
      ...{ subject: "Gegenstand", body: "Gremium", session: "Sitzung", number: "Vorlage Nr.", author: "Verfasst von" },
      ...{ publicity: "Beratung", budgetLine: "Deckung", staff: "Eigenes Personal" },
    },
    publicity: "öffentlich / nicht öffentlich",
    budgetLine: "Produkt und Konto: ……………………",
    staffUntil: (effort: string, end: string, yearly: string | null) =>
      `${effort} bis zum ${end}${yearly ? `, danach ${yearly} im Jahr` : ""}`,
    subject: "Stand bei Künstlicher Intelligenz und Maßnahmen",
    toFill: "……………………",
    reasons: "Begründung",
    quickBasis: "Grundlage sind die neun Fragen des Kurzchecks.",
    costs: "Finanzielle Auswirkungen",
    legal: "Rechtliche Auswirkungen",
    legalText: (state: "all" | "met" | "open" | "unasked", titles: string) =>
      `${{ all: "Im Einzelnen", met: "Erfüllt", open: "Ohne vollen Nachweis", unasked: "Nicht abgefragt" }[state]}: ${titles}.`,
    /** What is known to bind, but not yet. */
    legalLater: (titles: string) => `Später gelten: ${titles}.`,
    since: (title: string, since: string) => `${title} (${since})`,
    alternatives: "Alternativen",
    attachments: "Anlagen",
    attachment: "Bericht und Anlage „Nachweise, Maßnahmen und Quellen“",
  },
  owner: {
    steps: (count: number): string => (count === 1 ? "Der nächste Schritt" : count === 2 ? "Zwei Schritte" : "Drei Schritte"),
    help: "Hilft kostenlos",
    costs: "Kostet",
    pays: "Zahlt mit",
    brings: "Bringt",
    notYet: "Noch nicht",
    funding: "Förderung",
    noFunding: "zurzeit keine passende offen",
    planTitle: "Der ganze Plan",
    topicsTitle: "Thema für Thema",
    legal: "Selbsteinschätzung, keine Rechtsberatung. Förderung vor dem Antrag beim Träger prüfen.",
  },
};
