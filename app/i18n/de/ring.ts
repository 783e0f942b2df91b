import type { RingPosition, RingRule } from "../../core/ring/ring";

const members = (count: number) => (count === 1 ? "1 Mitglied" : `${count} Mitglieder`);

/** Words about comparison rings: known members who have agreed on what they see (method, section 6). */
export const ring = {
  title: "Vergleichsring",
  lead: "In einem Vergleichsring vergleichen sich Organisationen, die einander kennen. Alle stimmen vorher derselben Regel zu.",
  none: "Diese Mappe hat noch keinen Vergleichsring. Die Regel legt fest, wer alle Rechte in der Mappe hat.",
  setTitle: "Die Regel festlegen",
  setText:
    "Legen Sie die Regel fest, bevor Sie einladen. Sobald ein Mitglied zugestimmt hat, gilt eine andere Regel nur, wenn alle Mitglieder ihr zustimmen.",
  rule: "Was die Mitglieder sehen",
  ruleMissing: "Wählen Sie eine Regel.",
  rules: { open: "Offen", anonymous: "Anonym" } satisfies Record<RingRule, string>,
  ruleTexts: {
    open: "Die Mitglieder sehen die Werte der anderen mit Namen, dazu Median und mittlere Hälfte.",
    anonymous: "Die Mitglieder sehen nur Median und mittlere Hälfte, gerundet und ab sechs Werten. Wer dabei ist, sehen alle.",
  } satisfies Record<RingRule, string>,
  track: "Fragebogen",
  setSubmit: "Regel festlegen",
  setTooLate: "Ein Mitglied ist inzwischen für den anderen Fragebogen beigetreten. Für diesen Fragebogen legen Sie eine weitere Mappe an.",
  holds: (rule: string, track: string, version: string) => `Regel: ${rule}. Fragebogen: ${track}, Version ${version}.`,
  brings:
    "Ein Mitglied bringt neun Themenwerte und den Gesamtwert als ganze Zahlen ein, aus einer vollständigen Bewertung, in der mindestens drei Viertel beantwortet sind. Antworten und Notizen sieht niemand.",
  warning: "Wer zu wissen glaubt, wer vorn liegt, kann aus Quartilen Werte ablesen; drei und mehr Mitglieder, die sich absprechen, auch.",
  frozen:
    "Die Zahlen stehen fest, bis mindestens fünf Mitglieder dazugekommen oder gegangen sind oder einen Wert geändert haben. Dann werden alle auf einmal erneuert. Gelöschte Werte sind sofort weg.",
  membersTitle: (joined: number, invited: number) => (invited === 0 ? members(joined) : `${members(joined)}, ${invited} eingeladen`),
  member: "Organisation",
  state: "Stand",
  value: "Bringt Werte ein",
  states: { invited: "eingeladen", joined: "dabei" },
  noMembers: "Noch ist niemand eingeladen.",
  inviteTitle: "Einladen",
  inviteText: (most: number) => `Ein Ring hat höchstens ${most} Mitglieder. Die Einladung steht auf der Seite der Bewertung.`,
  inviteWhom: "Wen wollen Sie einladen?",
  inviteNobody: "Alle Organisationen dieser Mappe, die zugestimmt haben und diesen Fragebogen beantworten, sind eingeladen.",
  ofOtherTrack: (count: number) =>
    count === 1
      ? "Eine Organisation der Mappe beantwortet den anderen Fragebogen und kann nicht in diesen Ring."
      : `${count} Organisationen der Mappe beantworten den anderen Fragebogen und können nicht in diesen Ring.`,
  inviteMissing: "Wählen Sie mindestens eine Organisation.",
  inviteTooMany: (most: number) => `Ein Ring hat höchstens ${most} Mitglieder.`,
  inviteSubmit: "Einladen",
  figuresTitle: "Die Zahlen des Rings",
  figuresOn: (day: string) => `Stand: ${day}.`,
  figuresNone: "Ab sechs Werten stehen hier Zahlen.",
  topic: "Thema",
  overall: "Gesamt",
  n: "Werte",
  median: "Median",
  half: "Mittlere Hälfte",
  halfShown: "Mittlere Hälfte: mindestens 10 Punkte um die Mitte gezogen.",
  halfFromEight: "Die mittlere Hälfte steht ab acht Werten da.",
  halfOf: (lower: string, upper: string) => `${lower} bis ${upper}`,
  own: "Eigener Wert",
  position: "Lage",
  toHalf: { under: "unter der mittleren Hälfte", at: "in der mittleren Hälfte", over: "über der mittleren Hälfte" } satisfies Record<
    RingPosition,
    string
  >,
  toMedian: { under: "unter dem Median", at: "am Median", over: "über dem Median" } satisfies Record<RingPosition, string>,
  namedTitle: "Die Werte der Mitglieder",
  ownTitle: (name: string) => `Vergleichsring ${name}`,
  ownInvited: "Sie sind eingeladen. Lesen Sie die Regel und wer dabei ist. Danach entscheiden Sie.",
  ownJoined: "Sie sind dabei. Sie können jederzeit gehen.",
  ownNothing:
    "Ihre Bewertung bringt gerade keine Werte ein: Sie ist keine vollständige mit diesem Fragebogen, oder es ist noch zu viel offen.",
  nameNeeded: "Für den Ring braucht Ihre Organisation einen Namen, denn alle sehen, wer dabei ist.",
  nameLink: "Namen eintragen",
  consent: "Ich habe die Regel gelesen und stimme ihr für meine Organisation zu.",
  consentMissing: "Stimmen Sie der Regel zu, wenn Sie beitreten möchten.",
  changed: "Die Regel ist inzwischen eine andere. Lesen Sie sie bitte noch einmal.",
  join: "Beitreten",
  refuse: "Einladung ablehnen",
  leave: "Den Ring verlassen",
  leaveText: "Ihre Werte werden sofort gelöscht. In den Zahlen des Rings fehlen sie, sobald diese erneuert werden.",
  proposeTitle: "Eine andere Regel vorschlagen",
  proposeText:
    "Die neue Regel gilt erst, wenn jedes Mitglied ihr zugestimmt hat, auch wer inzwischen beitritt. Bis dahin gilt die bisherige.",
  proposeSubmit: "Regel vorschlagen",
  proposedTitle: "Vorgeschlagene Regel",
  proposedAgreed: (agreed: number, joined: number) =>
    `${agreed} von ${joined} Mitgliedern ${agreed === 1 ? "stimmt" : "stimmen"} zu. Bis alle zustimmen, gilt die bisherige Regel.`,
  proposedModel: "Die bisherigen Zahlen verschwinden dann, denn sie gehören zu einer anderen Version des Fragebogens.",
  proposalStop: "Vorschlag zurückziehen",
  proposedInvited:
    "Wenn Sie beitreten, stimmen Sie der bisherigen Regel zu. Die vorgeschlagene gilt dann nur, wenn auch Sie ihr zustimmen.",
  proposedAsks: "Soll künftig diese Regel gelten?",
  proposedText:
    "Ihre Zustimmung gilt nur diesem Vorschlag. Sie können sie zurücknehmen, bis alle zugestimmt haben. Ohne Ihre Zustimmung bleibt es bei der bisherigen Regel, und Sie bleiben Mitglied.",
  proposedAgrees: "Sie stimmen der neuen Regel zu.",
  agreeRule: "Der neuen Regel zustimmen",
  withdrawRule: "Zustimmung zurücknehmen",
  proposalChanged: "Diesen Vorschlag gibt es nicht mehr. Lesen Sie bitte, was jetzt gilt und was vorgeschlagen ist.",
  toRing: "Zum Vergleichsring",
};
