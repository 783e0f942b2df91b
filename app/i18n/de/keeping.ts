/** Words about what is kept: on this device, for how long, and under which version of the questionnaire. */
export const keeping = {
  device: {
    title: "Ihre Bewertungen auf diesem Gerät",
    lead: "Wer dieses Gerät mit benutzt, kann sie öffnen.",
    changed: (day: string) => `zuletzt geändert am ${day}`,
    forget: "Vergessen",
    forgetOne: (name: string) => `${name} auf diesem Gerät vergessen`,
    readOnly: "nur lesen",
    all: (count: number) => `Alle ${count} zeigen`,
    partsTitle: "Fragen, um die Sie gebeten wurden",
    forgetPart: (name: string) => `Fragen für ${name} auf diesem Gerät vergessen`,
    forgetAll: "Alles auf diesem Gerät vergessen",
  },
  forget: {
    title: "Auf diesem Gerät vergessen",
    one: (name: string) => `Dieses Gerät soll „${name}“ nicht mehr öffnen.`,
    part: (name: string) => `Dieses Gerät soll Ihre Fragen für „${name}“ nicht mehr öffnen.`,
    partWarning: "Gelöscht wird nichts. Ohne Ihren Link kommen Sie danach aber nicht mehr heran. Haben Sie ihn noch?",
    held: (assessments: number, parts: number, mappen: number) => [
      ...(assessments > 0 ? [assessments === 1 ? "eine Bewertung" : `${assessments} Bewertungen`] : []),
      ...(parts > 0 ? ["die Fragen aus Einladungen"] : []),
      ...(mappen > 0 ? [mappen === 1 ? "eine Mappe" : `${mappen} Mappen`] : []),
    ],
    all: (held: string) => `Dieses Gerät soll nicht mehr öffnen: ${held}.`,
    allBesideAccount: "Dieses Gerät soll nichts mehr öffnen, was nicht in Ihrem Konto liegt.",
    alsoInAccount: "Sie sind angemeldet: Auch Ihr Konto öffnet es danach auf keinem Gerät mehr.",
    warning:
      "Gelöscht wird nichts. Ohne den Link zum Bearbeiten oder eine Speicherdatei kommen Sie danach aber nicht mehr heran. Haben Sie den Link gespeichert?",
    confirm: "Vergessen",
    cancel: "Zurück zur Startseite",
  },
  noCookies: {
    title: "Ihr Browser nimmt keine Cookies an",
    text: "Es wurde nichts angelegt. Ohne Cookie könnten Sie Ihre Bewertung nach dem ersten Schritt nicht mehr öffnen. Erlauben Sie für diese Seite Cookies und beginnen Sie noch einmal. Es ist ein einziges, und es dient nur dazu, dass Ihr Browser Ihre Bewertungen öffnen kann.",
  },
  kept: (day: string, months: number) => `Aufbewahrt bis mindestens ${day}. Jede Änderung verlängert die Frist auf ${months} Monate.`,
  expiry: {
    text: (day: string, months: number) =>
      `Diese Bewertung wird ab dem ${day} gelöscht, weil so lange niemand etwas daran geändert hat. Jede Änderung verlängert die Frist auf ${months} Monate.`,
    keep: "Weiter aufbewahren",
  },
  opened: {
    text: (version: string, today: string) =>
      `Die Datei wurde mit dem Fragebogen ${version} beantwortet. Heute gilt der Fragebogen ${today}.`,
    carried: (count: number) => (count === 1 ? "Eine Antwort gilt weiter." : `${count} Antworten gelten weiter.`),
    review: (count: number) =>
      count === 1
        ? "Eine Antwort müssen Sie bestätigen, weil die Frage genauer geworden ist."
        : `${count} Antworten müssen Sie bestätigen, weil die Fragen genauer geworden sind.`,
    dropped: (count: number) =>
      count === 1
        ? "Eine Antwort ist entfallen, weil die Frage heute etwas anderes meint."
        : `${count} Antworten sind entfallen, weil die Fragen heute etwas anderes meinen.`,
  },
  older: {
    title: "Es gibt einen neueren Fragebogen",
    text: (version: string, today: string) =>
      `Diese Bewertung wurde mit dem Fragebogen ${version} beantwortet, und so bleibt auch ihr Bericht. Sie können auf den Fragebogen ${today} wechseln.`,
    then: "Danach gilt:",
    dropped: "Entfallen würden die Antworten auf:",
    lost: "Verloren gehen:",
    people: (count: number) =>
      count === 1
        ? "die eigenen Antworten, Notizen und Nachweise einer Person aus dem Team. Weiter gilt nur, was gemeinsam zählt: die festgehaltene Antwort, sonst die mittlere. Ihr Link bleibt, und sie antwortet neu."
        : `die eigenen Antworten, Notizen und Nachweise von ${count} Personen aus dem Team. Weiter gilt nur, was gemeinsam zählt: die festgehaltene Antwort, sonst die mittlere. Ihre Links bleiben, und sie antworten neu.`,
    recorded: (count: number) =>
      count === 1 ? "die Begründung zu einer festgehaltenen Antwort" : `die Begründungen zu ${count} festgehaltenen Antworten`,
    checks: (count: number) => (count === 1 ? "die Prüfung einer Antwort" : `die Prüfungen von ${count} Antworten`),
    back: "Zurück geht es nicht. Die Speicherdatei hält den alten Stand fest, mit allem, was verloren ginge.",
    saveFile: "Speicherdatei herunterladen",
    convert: (today: string) => `Auf den Fragebogen ${today} wechseln`,
  },
  previous: {
    title: "Bitte bestätigen",
    text: "Diese Antworten stammen aus einem früheren Fragebogen und zählen erst, wenn Sie sie bestätigt oder geändert haben:",
    answer: (version: string, answer: string) =>
      `Ihre Antwort auf die frühere Frage (Fragebogen ${version}): ${answer}. Bitte antworten Sie neu.`,
    level: (level: number, words: string) => (words ? `Stufe ${level}, „${words}“` : `Stufe ${level}`),
  },
};
