/** Words about rounds: closing, beginning, confirming, what changed, and what is aimed at. */

const points = (value: string) => (value === "1" || value === "1,0" ? "1 Punkt" : `${value} Punkte`);

export const rounds = {
  title: "Runden",
  lead: "Wer nach einiger Zeit noch einmal antwortet, sieht, was sich verändert hat. Jede abgeschlossene Runde bleibt, wie sie war.",
  name: (number: number) => `Runde\u00a0${number}`,
  nameAt: (number: number, day: string) => `Runde\u00a0${number}, ${day}`,
  link: "Runden und Ziele",
  /** On the overview of an assessment. */
  state: {
    first: "Runde 1 läuft.",
    running: (number: number, begun: string) => `Runde ${number} läuft, begonnen am ${begun}.`,
    waiting: (count: number) =>
      count === 1
        ? "Eine frühere Antwort wartet darauf, dass Sie sie bestätigen."
        : `${count} frühere Antworten warten darauf, dass Sie sie bestätigen.`,
    between: (number: number, day: string) => `Runde ${number} ist am ${day} abgeschlossen worden. Die nächste hat noch niemand begonnen.`,
    free: "Was Sie jetzt ändern, gehört zu keiner Runde und steht nicht im Verlauf.",
  },
  saved: {
    closed: "Die Runde ist abgeschlossen. Ihr Bericht bleibt, wie er jetzt ist.",
    begun: "Die neue Runde hat begonnen. Jede Frage zeigt, was Sie zuletzt geantwortet haben; es zählt erst, wenn Sie es bestätigen.",
    "not-so": "Jemand war schneller: Die Runde ist inzwischen abgeschlossen oder begonnen worden. Hier steht der Stand von jetzt.",
    "too-many":
      "Mehr als 40 Runden nimmt eine Bewertung nicht auf. Laden Sie die Speicherdatei herunter und beginnen Sie eine neue Bewertung.",
  },
  close: {
    title: (number: number) => `Runde ${number} abschließen`,
    text: "Danach ändert sich diese Runde nicht mehr: weder die Antworten noch ihr Bericht. Weiterarbeiten können Sie in einer neuen Runde.",
    open: (answered: number, asked: number) =>
      `Beantwortet sind ${answered} von ${asked} Fragen. Was offen ist, bleibt in dieser Runde offen.`,
    date: "Tag des Abschlusses",
    dateHint: "Mit diesem Tag steht die Runde im Verlauf und auf ihrem Bericht.",
    dateError: (from: string | null, to: string) =>
      from ? `Bitte nennen Sie einen Tag vom ${from} bis zum ${to}.` : `Bitte nennen Sie einen Tag bis zum ${to}.`,
    people: (before: number) => `Haben dieselben Personen geantwortet wie in Runde ${before}?`,
    peopleHint: "Dann sind schon kleinere Unterschiede mehr als Zufall: ab 5 Punkten statt ab 13.",
    peopleChoices: { no: "Nein, oder nicht alle", yes: "Ja, dieselben" },
    submit: "Runde abschließen",
  },
  begin: {
    title: "Neue Runde beginnen",
    text: "Alle Fragen sind wieder offen. Neben jeder steht, was Sie zuletzt geantwortet haben; mit einem Klick bestätigen Sie es. Plan, Ziele und Link bleiben.",
    people:
      "Wer mit antwortet, behält den Link und beginnt neu. Was in der abgeschlossenen Runde geantwortet wurde, bleibt in ihrem Bericht, ohne Namen.",
    newer: (version: string) => `Die neue Runde stellt die Fragen des Fragebogens ${version}.`,
    submit: "Neue Runde beginnen",
  },
  closed: {
    title: "Abgeschlossene Runden",
    none: "Noch ist keine Runde abgeschlossen.",
    day: "Abgeschlossen am",
    model: "Fragebogen",
    report: "Bericht",
  },
  reminder: {
    title: "Erinnerung",
    text: "Wählen Sie einen Monat. Sie erhalten eine Datei für Ihren Kalender; an seinem ersten Tag steht dort, dass eine neue Runde ansteht.",
    month: "Monat der nächsten Runde",
    submit: "Kalenderdatei laden",
    event: (name: string | null) => (name ? `KI-Pegel: neue Runde für ${name}` : "KI-Pegel: neue Runde"),
    note: (number: number, origin: string) =>
      `Runde ${number} beginnen: den gespeicherten Link zum Bearbeiten öffnen, dann „Runden und Ziele“. ${origin}`,
  },
  /** Above a report of an earlier round. */
  past: {
    text: (number: number, day: string) => `Das ist der Bericht der Runde ${number}, abgeschlossen am ${day}.`,
    otherContent:
      "Antworten und Werte sind dieselben wie damals. Maßnahmen, Fördermittel und Rechtslage stammen aus den heutigen Inhalten, denn sie sind seitdem überarbeitet worden.",
    today: "Zum Bericht von heute",
    waiting: (number: number, count: number) =>
      `Runde ${number} läuft. ${count === 1 ? "Eine frühere Antwort zählt" : `${count} frühere Antworten zählen`} hier erst, wenn jemand sie bestätigt.`,
    confirm: "Ansehen und bestätigen",
    report: (number: number) => `Bericht der Runde ${number}`,
  },
  /** Beside a question. */
  question: {
    none: "keine Antwort",
    note: "Notiz",
    evidence: "Nachweis",
    trend: "Bisher",
    target: "Ziel des Themas",
    keep: "Unverändert",
    keepOf: (question: string) => `: ${question}`,
    offer: (title: string) => `Die Maßnahme „${title}“ ist im Plan als erledigt vermerkt. Damit wäre erreicht:`,
    take: (level: number) => `Stufe ${level} übernehmen`,
    doneEvidence: (title: string) => `Maßnahme umgesetzt: ${title}`,
  },
  between: {
    text: (number: number) => `Runde ${number} ist abgeschlossen. Was Sie hier ändern, gehört zu keiner Runde.`,
    link: "Zu den Runden",
  },
  confirm: {
    title: (topic: string) => `Unverändert? ${topic}`,
    kicker: "Frühere Antworten bestätigen",
    lead: "Sehen Sie jede Antwort noch einmal an. Nehmen Sie das Häkchen weg, wo sich etwas verändert hat: Diese Fragen bleiben offen.",
    link: (count: number) =>
      count === 1 ? "Eine frühere Antwort ansehen und bestätigen" : `${count} frühere Antworten ansehen und bestätigen`,
    unchanged: "Unverändert",
    planned: "Der Plan vermerkt dazu eine erledigte Maßnahme. Bitte antworten Sie auf diese Frage selbst.",
    anew: "Diese Fragen sind seit der letzten Runde genauer geworden. Bitte antworten Sie neu:",
    nothing: "Hier wartet nichts mehr auf Ihre Bestätigung.",
    submit: "Angehakte Antworten bestätigen",
    back: "Zurück zu den Fragen",
  },
  targets: {
    title: "Ziele",
    steps: "Dazu trägt im Plan bei:",
    noSteps: "Im Plan trägt kein Schritt dazu bei.",
    lead: "Was soll ein Thema bis wann erreichen? Bericht, Plan und Verlauf sagen dann, wie viel noch fehlt. Leere Felder heißen: kein Ziel.",
    link: "Ziele setzen",
    value: "Ziel (1 bis 100)",
    by: "Zu erreichen bis",
    today: (value: string) => `Heute: ${value}`,
    submit: "Ziele speichern",
    errors: {
      value: "Bitte nennen Sie eine ganze Zahl von 1 bis 100.",
      by: "Bitte nennen Sie den Tag, bis zu dem das Ziel erreicht sein soll.",
    },
    goal: (value: string) => `${value} von 100`,
    said: (value: string, by: string) => `${value} von 100 ${by}`,
    until: (day: string) => `bis ${day}`,
    untilEnd: (year: string) => `bis Ende ${year}`,
    states: {
      missing: (missing: string, by: string) => (missing === "1" ? `es fehlt 1 Punkt ${by}` : `es fehlen ${missing} Punkte ${by}`),
      overdue: (missing: string, day: string) =>
        missing === "1" ? `seit dem ${day} überfällig: es fehlt 1 Punkt` : `seit dem ${day} überfällig: es fehlen ${missing} Punkte`,
      reached: "erreicht",
      unknown: "ohne Wert: Der Kurzcheck misst keine einzelnen Themen.",
    },
    plannedReaches: "der Plan reicht dafür",
    plannedMisses: (missing: string) =>
      missing === "1" ? "auch mit dem Plan fehlt 1 Punkt" : `auch mit dem Plan fehlen ${missing} Punkte`,
  },
  history: {
    title: "Verlauf",
    firstClosed: "Eine Runde ist abgeschlossen. Wenn Sie eine neue beginnen, steht hier, was sich verändert hat.",
    first: "Das ist die erste Runde. Wenn Sie sie abschließen und später eine neue beginnen, steht hier, was sich verändert hat.",
    headline: {
      better: (by: string) => `Verbessert um ${points(by)}`,
      worse: (by: string) => `Verschlechtert um ${points(by)}`,
      within: "Keine gesicherte Veränderung",
      /** Of a round that is under way. */
      soFar: {
        better: (by: string) => `Bisher verbessert um ${points(by)}`,
        worse: (by: string) => `Bisher verschlechtert um ${points(by)}`,
        within: "Bisher keine gesicherte Veränderung",
      },
      none: "Nicht zu vergleichen",
      notYet: "Noch nichts zu vergleichen",
    },
    chart: "Stand über die Runden",
    chartLabel: (values: string) => `Stand über die Runden: ${values}`,
    chartHint:
      "Punkt: Stand. Balken: Spanne der Einschätzung. Gestrichelt: was möglich ist, weil Antworten offen sind. Eine gestrichelte Verbindung heißt: Die Runden stellen nicht dieselben Fragen.",
    runningHint: "Leerer Punkt: Die Runde läuft noch; was offen ist, zählt als 0.",
    table: "Die Werte als Tabelle",
    columns: { round: "Runde", day: "Tag", value: "Stand", range: "Möglich", band: "Spanne der Einschätzung", model: "Fragebogen" },
    running: "läuft noch",
    runningName: (round: string) => `${round} (läuft noch)`,
    topics: "Themen über die Runden",
    topicsTable: "Die Themen als Tabelle",
    goalHint: "Gepunktet: das Ziel des Themas.",
    topicValues: (name: string, values: string) => `${name}: ${values}`,
    at: (round: string, value: string) => `${round} ${value}`,
    step: (from: number, fromDay: string, to: number, toDay: string) =>
      `Von Runde\u00a0${from} (${fromDay}) zu Runde\u00a0${to} (${toDay})`,
    changed: "Verändert",
    clarified: "Geklärt",
    total: "Zusammen",
    signed: (value: string) => (value === "+1,0" || value === "−1,0" ? `${value} Punkt` : `${value} Punkte`),
    changedHint: "Fragen, die in beiden Runden beantwortet sind.",
    clarifiedHint: "Antworten, die vorher offen waren, es geworden sind oder nicht zutreffen. Das ist kein Fortschritt.",
    beyond: (threshold: string, same: boolean) =>
      same
        ? `Das ist mehr, als erneutes Einschätzen durch dieselben Personen ausmacht (ab ${threshold} Punkten).`
        : `Das ist mehr, als erneutes Einschätzen ausmacht (ab ${threshold} Punkten).`,
    within: (threshold: string, same: boolean) =>
      same
        ? `Die Veränderung liegt innerhalb dessen, was erneutes Einschätzen ausmacht (bei denselben Personen unter ${threshold} Punkten).`
        : `Die Veränderung liegt innerhalb dessen, was erneutes Einschätzen ausmacht (unter ${threshold} Punkten).`,
    comparedAll: (count: number) => `Verglichen sind alle ${count} Fragen.`,
    comparedSoFar: (count: number) => `Verglichen sind die ${count} Fragen, die schon beantwortet sind.`,
    compared: (count: number, of: number, items: string) =>
      `Verglichen sind ${count} von ${of} Fragen. Nicht oder anders gestellt hat die frühere Runde: ${items}.`,
    values: (before: string, after: string) => `Auf den verglichenen Fragen: ${before} → ${after}.`,
    waiting: (count: number) =>
      count === 1
        ? "Die Runde läuft noch: Eine frühere Antwort ist nicht bestätigt und nicht verglichen."
        : `Die Runde läuft noch: ${count} frühere Antworten sind nicht bestätigt und nicht verglichen.`,
    incomparable: "Die beiden Runden haben keine Frage gemeinsam, die dasselbe meint.",
    kinds: {
      better: "Besser geworden",
      worse: "Schlechter geworden",
      answered: "Neu beantwortet",
      opened: "Unbekannt geworden",
      "not-applicable": "Trifft nicht mehr zu",
      applicable: "Trifft jetzt zu",
    },
    standings: { open: "offen", na: "trifft nicht zu", level: (level: number) => `Stufe ${level}` },
    fromTo: (item: string, from: string, to: string) => `${item}: ${from} → ${to}`,
    unchanged: "Keine Antwort hat sich verändert.",
    done: "Inzwischen umgesetzt",
    noneDone: "Keine Maßnahme ist in dieser Zeit als erledigt vermerkt worden.",
    topicColumns: { topic: "Thema", changed: "Verändert (Punkte)", clarified: "Geklärt (Punkte)" },
    secured: "gesichert",
    notSecured: "nicht gesichert",
    securedHint: "Gesichert heißt hier: Die Spannen der Einschätzung beider Runden überlappen nicht.",
    earlier: "Frühere Schritte",
    targets: "Ziele",
  },
};
