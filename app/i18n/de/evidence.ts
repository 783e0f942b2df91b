import type { EvidenceFault, EvidenceType } from "../../core/assessment/evidence-file";

/** Words about files that prove an answer. */
export const evidence = {
  title: (number: number) => `Nachweise zu Frage ${number}`,
  lead: "Ein Beschluss, ein Konzept, ein Bildschirmfoto: Eine Datei zeigt, dass Ihre Antwort stimmt.",
  care: "Wer den Bericht lesen darf, kann die Dateien herunterladen. Bitte fügen Sie nichts hinzu, was einzelne Personen betrifft.",
  back: "Zurück zur Frage",
  link: (count: number): string => (count === 0 ? "Datei als Nachweis hinzufügen" : "Dateien hinzufügen oder entfernen"),
  filesTitle: "Dateien",
  none: "Noch ist keine Datei hinzugefügt.",
  addTitle: "Datei hinzufügen",
  file: "Datei",
  fileHint: (megabytes: number, left: number) =>
    `PDF, PNG, JPEG, Word (DOCX), Excel (XLSX), ODT oder ODS ohne Makros, höchstens ${megabytes} MB. Es passen noch ${left} Dateien hierher.`,
  scanned: "Jede Datei wird auf Schadprogramme geprüft, bevor sie gespeichert wird.",
  notScanned: "Dateien werden hier nicht auf Schadprogramme geprüft. Öffnen Sie nur, was Sie erwarten.",
  submit: "Datei hinzufügen",
  full: "Mehr Dateien fasst eine Frage nicht. Entfernen Sie eine, wenn Sie eine andere hinzufügen möchten.",
  remove: "Entfernen",
  removeOf: (name: string) => `: ${name}`,
  missing: "Diese Datei liegt hier nicht. Sie ist in einer Speicherdatei nur genannt; fügen Sie sie wieder hinzu, wenn Sie sie haben.",
  about: (type: string, size: string, day: string, by: string) => `${type}, ${size}, hinzugefügt am ${day} ${by}`,
  /** Where a sentence has no room for more. */
  named: (name: string, type: string, day: string) => `Datei „${name}“ (${type}, ${day})`,
  kilobytes: (size: string) => `${size} KB`,
  megabytes: (size: string) => `${size} MB`,
  saved: { added: "Die Datei ist hinzugefügt.", removed: "Die Datei ist entfernt." },
  types: { pdf: "PDF", png: "PNG", jpeg: "JPEG", docx: "DOCX", xlsx: "XLSX", odt: "ODT", ods: "ODS" } satisfies Record<
    EvidenceType,
    string
  >,
  faults: {
    empty: "Bitte wählen Sie eine Datei aus, in der etwas steht.",
    "too-large": "Die Datei ist zu groß.",
    "unknown-kind": "Das ist keine Datei der genannten Arten. Was die Datei ist, erkennen wir an ihrem Inhalt, nicht am Namen.",
    broken: "Die Datei ist beschädigt oder nicht vollständig.",
    macros: "Die Datei enthält Makros. Bitte speichern Sie sie ohne Makros oder als PDF.",
    "too-many": "Mehr Dateien fasst eine Frage nicht.",
    "there-already": "Diese Datei ist hier schon hinzugefügt.",
    quota: "Alle Dateien dieser Bewertung zusammen wären zu groß. Entfernen Sie eine andere, oder nennen Sie statt der Datei einen Link.",
    full: "Auf diesem Server ist kein Platz mehr für Dateien. Bitte nennen Sie statt der Datei einen Link, oder fragen Sie den Betreiber.",
    infected: "Die Prüfung hat in der Datei ein Schadprogramm gefunden. Sie ist nicht gespeichert.",
    "not-scanned":
      "Die Datei lässt sich gerade nicht auf Schadprogramme prüfen und ist deshalb nicht gespeichert. Bitte versuchen Sie es später.",
  } satisfies Record<EvidenceFault, string>,
};
