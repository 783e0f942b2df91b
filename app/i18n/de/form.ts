/** Words of the answer form. They also travel to the browser; everything else stays on the server. */
export const form = {
  scale:
    "0 heißt: noch nicht begonnen. 4 heißt: fester Teil der Arbeit. „Weiß nicht“ zählt nicht als Null, macht das Ergebnis aber unsicherer.",
  levels: ["nicht begonnen", "geplant", "erprobt", "eingeführt", "verankert"],
  dontKnow: "Weiß nicht",
  dontKnowHint: "Niemand, den Sie fragen konnten, weiß es.",
  notApplicable: "Trifft nicht zu",
  reason: "Warum trifft das nicht zu?",
  remarks: "Notiz und Nachweis",
  remarksFilled: "Notiz und Nachweis (ausgefüllt)",
  note: "Notiz",
  noteHint: "Für Sie und alle, die den Bericht lesen. Bitte keine Angaben über einzelne Personen.",
  evidence: "Nachweis",
  evidenceHint: "Zum Beispiel: Beschluss, Dokument oder Link. Ohne Nachweis gelten die Stufen 3 und 4 als selbst angegeben.",
  sources: "Quellen",
  sourcesIntro: "Diese Frage beruht auf:",
  clear: "Antwort zurücknehmen",
  saveAndNext: "Speichern und weiter",
  saveAndCheck: "Speichern und prüfen",
  save: "Speichern",
  back: "Zurück",
  progress: (answered: number, asked: number) => `${answered} von ${asked} Fragen beantwortet`,
  /** How far a topic is. */
  stateOf: (answered: number, asked: number) =>
    answered === 0 ? "offen" : answered === asked ? "vollständig" : `${answered} von ${asked}`,
  minutesLeft: (minutes: number) => (minutes === 0 ? "fertig" : minutes === 1 ? "noch etwa 1 Minute" : `noch etwa ${minutes} Minuten`),
  state: {
    idle: "Jede Änderung wird sofort gespeichert.",
    saving: "Speichert …",
    incomplete: "Noch nicht gespeichert: Eine Angabe fehlt oder ist zu lang.",
    saved: "Gespeichert.",
    waiting: (seconds: number) =>
      `Noch nicht gespeichert: Der Server antwortet nicht. Nächster Versuch in ${seconds} Sekunden. Ihre Eingaben bleiben hier stehen.`,
    refused: "Nicht gespeichert. Bitte prüfen Sie die markierten Angaben.",
    gone: "Nicht gespeichert: Diese Bewertung lässt sich mit Ihrem Link nicht mehr öffnen. Kopieren Sie Ihre Eingaben, bevor Sie die Seite schließen.",
    conflict: "Eine Antwort wurde an anderer Stelle geändert. Bitte entscheiden Sie, welche gilt.",
  },
  conflict: {
    title: "Diese Antwort wurde inzwischen an anderer Stelle geändert.",
    stored: "Gespeichert ist:",
    yours: "Ihre Eingabe:",
    nothing: "keine Antwort",
    keepMine: "Meine Eingabe nehmen",
    keepStored: "Gespeicherte Antwort behalten",
    noScript: "Ihre Eingabe steht unten im Formular und ist noch nicht gespeichert. Speichern Sie noch einmal, um sie zu übernehmen.",
  },
  errors: {
    title: "Bitte prüfen Sie Ihre Angaben",
    "reason-missing": "Bitte nennen Sie einen Grund, warum die Frage nicht zutrifft.",
    "text-too-long": (limit: number) => `Der Text ist zu lang. Höchstens ${limit.toLocaleString("de-DE")} Zeichen.`,
    "unknown-choice": "Diese Antwort gibt es nicht. Bitte wählen Sie eine der angezeigten.",
  },
};
