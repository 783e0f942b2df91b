/** What every form says of what is typed in it. These words also travel to the browser. */
export const saving = {
  state: {
    idle: "Jede Änderung wird sofort gespeichert.",
    unsaved: "Noch nicht gespeichert.",
    saving: "Speichert …",
    saved: "Gespeichert.",
    incomplete: "Noch nicht gespeichert: Eine Angabe fehlt oder stimmt nicht.",
    conflict: "Eine Angabe wurde an anderer Stelle geändert. Bitte entscheiden Sie, welche gilt.",
    away: (seconds: number) =>
      `Noch nicht gespeichert: Der Server antwortet nicht. Nächster Versuch in ${seconds === 1 ? "1 Sekunde" : `${seconds} Sekunden`}.`,
    denied: (seconds: number) =>
      `Noch nicht gespeichert: Der Server lehnt ab. Vielleicht müssen Sie sich neu anmelden. Nächster Versuch in ${seconds === 1 ? "1 Sekunde" : `${seconds} Sekunden`}.`,
    foreign: (seconds: number) =>
      `Noch nicht gespeichert: Statt des Servers antwortet etwas anderes, vielleicht eine Anmeldeseite. Nächster Versuch in ${seconds === 1 ? "1 Sekunde" : `${seconds} Sekunden`}.`,
    gone: "Nicht gespeichert: Diese Bewertung lässt sich mit Ihrem Link nicht mehr öffnen. Kopieren Sie Ihre Eingaben, bevor Sie die Seite schließen.",
    kept: "Ihre Eingaben bleiben auf diesem Gerät.",
    shown: "Ihre Eingaben bleiben hier stehen.",
    goesOn: "Danach geht es von selbst weiter.",
  },
  conflict: {
    title: "Diese Angabe wurde inzwischen an anderer Stelle geändert.",
    stored: "Gespeichert ist:",
    yours: "Ihre Eingabe:",
    nothing: "keine Angabe",
    keepMine: "Meine Eingabe nehmen",
    keepStored: "Gespeicherte Angabe behalten",
  },
  restored: "Hier stehen wieder Eingaben von Ihnen, die noch nicht gespeichert waren.",
  discard: "Verwerfen",
  left: (count: number) => `noch ${count.toLocaleString("de-DE")} Zeichen`,
  over: (count: number) => `${count.toLocaleString("de-DE")} Zeichen zu lang`,
  tooLong: (label: string, over: number, limit: number) =>
    `${label}: ${over.toLocaleString("de-DE")} Zeichen zu lang, höchstens ${limit.toLocaleString("de-DE")}.`,
  summaryTitle: "Bitte prüfen Sie Ihre Angaben",
  titlePrefix: "Fehler:",
};
