/** Words of the answer form. They also travel to the browser; everything else stays on the server. */
export const form = {
  presumed: "noch keine KI",
  presumedHint: "Wo keine KI genutzt wird, gilt diese Frage als „nicht begonnen“. Sie können sie trotzdem beantworten.",
  questionTitle: (number: number) => `Frage ${number}`,
  scaleTitle: "So antworten Sie",
  scale: "Wählen Sie die höchste Stufe, die ganz zutrifft. 0 heißt: noch nicht begonnen. 4 heißt: fester Teil der Arbeit.",
  levels: ["nicht begonnen", "geplant", "erprobt", "eingeführt", "verankert"],
  dontKnow: "Weiß nicht",
  scaleQuick: "Wählen Sie den letzten Satz, der ganz zutrifft.",
  notUsed: "Nutzen wir noch nicht",
  unused: (count: number) =>
    `Sie nutzen noch keine KI: ${count === 1 ? "Eine Frage steht" : `${count} Fragen stehen`} jetzt auf „nicht begonnen“. Ihre anderen Antworten bleiben.`,
  undo: "Rückgängig machen",
  notApplicable: "Trifft nicht zu",
  reason: "Warum trifft das nicht zu?",
  remarks: "Hilfe, Notiz",
  remarksFilled: "Hilfe, Notiz (ausgefüllt)",
  note: "Notiz",
  noteHint: "Für Sie und alle, die den Bericht lesen. Bitte keine Angaben über einzelne Personen.",
  evidence: "Nachweis",
  evidenceHint: "Zum Beispiel: Beschluss, Dokument oder Link. Ohne Nachweis gelten die Stufen 3 und 4 als selbst angegeben.",
  sourcesIntro: "Diese Frage beruht auf:",
  clear: "Antwort zurücknehmen",
  saveAndNext: "Speichern und weiter",
  saveAndCheck: "Speichern und prüfen",
  saveAndResult: "Ergebnis ansehen",
  save: "Speichern",
  back: "Zurück",
  progress: (answered: number, asked: number) => `${answered} von ${asked} Fragen beantwortet`,
  /** How far a topic is. */
  stateOf: (answered: number, asked: number) =>
    answered === 0 ? "offen" : answered === asked ? "vollständig" : `${answered} von ${asked}`,
  minutesLeft: (minutes: number) => (minutes === 0 ? "fertig" : minutes === 1 ? "noch etwa 1 Minute" : `noch etwa ${minutes} Minuten`),
  errors: {
    "reason-missing": "Bitte nennen Sie einen Grund, warum die Frage nicht zutrifft.",
    "unknown-choice": "Diese Antwort gibt es nicht. Bitte wählen Sie eine der angezeigten.",
  },
};
