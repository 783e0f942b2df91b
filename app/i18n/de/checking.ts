import type { Check } from "../../core/assessment/check-schema";

/** Words of the check: a second person looks at high answers against their evidence. */
export const checking = {
  title: "Antworten gegen ihre Nachweise prüfen",
  link: "Von einer zweiten Person prüfen lassen",
  device: "nur prüfen",
  lead: "Eine zweite Person sieht jede Antwort ab „eingeführt“ neben ihrem Nachweis. Sie bestätigt sie, fragt nach oder gibt sie zurück.",
  /** For the second person. */
  checkerLead:
    "Sie sehen jede Antwort ab „eingeführt“ neben ihrem Nachweis. Bestätigen Sie sie, fragen Sie nach, oder geben Sie sie zurück.",
  counts: "Bestätigte Antworten sind im Bericht gekennzeichnet, und die Spanne der Einschätzung wird schmaler.",
  summary: (confirmed: number, open: number, asked: number) =>
    `Bestätigt: ${confirmed}. Rückfragen und zurückgegeben: ${asked}. Noch nicht geprüft: ${open}.`,
  nothing: "Keine Antwort steht auf „eingeführt“ oder höher. Es gibt nichts zu prüfen.",
  owner: {
    title: "Link zum Prüfen",
    text: "Geben Sie diesen Link einer Person, die sich auskennt und nicht selbst geantwortet hat. Sie kann den Bericht lesen, die Dateien herunterladen und prüfen, aber nichts ändern.",
    none: "Noch kann niemand prüfen. Legen Sie einen Link an und geben Sie ihn weiter.",
    label: "Link zum Prüfen",
    message: (organisation: string | null, url: string) =>
      `Guten Tag,\nwir haben eingeschätzt, wo ${organisation ?? "unsere Organisation"} bei künstlicher Intelligenz steht. Bitte sehen Sie sich unsere hohen Antworten neben ihren Nachweisen an, und sagen Sie, ob sie stimmen. Es braucht kein Konto.\n${url}`,
    mail: "Link per E-\u2060Mail schicken",
    mailed: "Der Link ist verschickt. Die Adresse haben wir nicht gespeichert.",
    create: "Link anlegen",
    renew: "Neuen Link anlegen",
    renewHint: "Der alte Link öffnet dann nichts mehr.",
    withdraw: "Link zurückziehen",
    answers: "Was geprüft wird",
  },
  names: {
    title: "Namen der Prüfenden",
    text: "Bei jeder Prüfung steht, wer geprüft hat. Sie können die Namen löschen. Was die Prüfung ergeben hat, bleibt stehen.",
    submit: "Namen löschen",
    done: "Die Namen sind gelöscht.",
  },
  number: (number: number) => `Frage ${number}`,
  level: (level: number, name: string) => `Stufe ${level}: ${name}`,
  evidence: "Nachweis",
  noEvidence: "Es ist kein Nachweis genannt.",
  note: "Notiz",
  givenBy: "Beantwortet von",
  toQuestion: "Zur Frage",
  toReport: "Zum Bericht",
  unchecked: "Noch nicht geprüft.",
  said: {
    confirmed: (day: string, by?: string) => `Bestätigt am ${day}${by ? ` von ${by}` : ""}.`,
    questioned: (day: string, by?: string) => `Rückfrage vom ${day}${by ? ` von ${by}` : ""}:`,
    returned: (day: string, by?: string) => `Zurückgegeben am ${day}${by ? ` von ${by}` : ""}:`,
  } satisfies Record<Check["state"], unknown>,
  /** Where a table has no room for more. */
  marks: {
    confirmed: (day: string) => `bestätigt am ${day}`,
    questioned: (day: string) => `Rückfrage vom ${day}`,
    returned: (day: string) => `zurückgegeben am ${day}`,
  } satisfies Record<Check["state"], unknown>,
  states: { confirmed: "bestätigt", questioned: "Rückfrage", returned: "zurückgegeben" } satisfies Record<Check["state"], string>,
  form: {
    begin: "Prüfen",
    again: "Prüfung ändern",
    question: "Was sagt der Nachweis?",
    choices: {
      confirmed: "Die Stufe stimmt",
      questioned: "Ich habe eine Rückfrage",
      returned: "Die Stufe stimmt nicht: zurückgeben",
    } satisfies Record<Check["state"], string>,
    note: "Bemerkung",
    noteHint: "Nötig bei Rückfragen und wenn Sie eine Antwort zurückgeben.",
    by: "Ihr Name oder Ihre Funktion",
    byHint: "Das sieht, wer die Bewertung bearbeitet. Im Bericht steht es nicht.",
    submit: "Prüfung speichern",
    submitOf: (number: number) => `: Frage ${number}`,
    saved: "Gespeichert.",
    errors: {
      state: "Bitte wählen Sie, was der Nachweis sagt.",
      note: "Bitte schreiben Sie dazu, was unklar ist oder nicht stimmt.",
      noteLength: "Die Bemerkung ist zu lang.",
      by: "Bitte sagen Sie, wer Sie sind.",
      byLength: "Der Name ist zu lang.",
      changed: "Die Antwort ist inzwischen geändert worden. Hier steht sie, wie sie jetzt ist. Bitte prüfen Sie sie noch einmal.",
    },
  },
  task: "Rückfragen aus der Prüfung klären",
  /** For whoever has answered a part. */
  askedBack: (count: number) =>
    count === 1 ? "Zu 1 Antwort hat die Prüfung eine Rückfrage." : `Zu ${count} Antworten hat die Prüfung Rückfragen.`,
  taskState: (count: number) => (count === 1 ? "1 Antwort" : `${count} Antworten`),
  certainty: (confirmed: number, answered: number, isCounted: boolean) =>
    `Eine zweite Person hat ${confirmed} von ${answered} Antworten bestätigt. ${isCounted ? "Das ist eingerechnet." : "Gerechnet wird damit, wie weit die Antworten mehrerer Personen auseinanderliegen."}`,
};
