import type { Language } from "../../app/core/vocabulary";
import type { Block, Bound, Runs } from "../../app/documents/document";

type Texts = Record<Language, string>;
const dimensions: (Texts & { score: number })[] = [
  { de: "Strategie und Steuerung", en: "Strategy and governance", score: 46 },
  { de: "Finanzierung", en: "Funding", score: 31 },
  { de: "Kompetenzen", en: "Skills", score: 58 },
  { de: "Daten und Technik", en: "Data and technology", score: 22 },
  { de: "Datenschutz und Recht", en: "Data protection and law", score: 64 },
];
const reasons: Texts = {
  de: "Die Zuständigkeit ist benannt, die Mittel stehen im Haushalt, und der Personalrat ist beteiligt. Offen ist, wer die Datenschutz-Folgenabschätzung fortschreibt, wenn sich der Zweck eines Verfahrens ändert.",
  en: "Responsibility is assigned, the budget holds the money, and the staff council takes part. It remains open who keeps the data protection impact assessment up to date when the purpose of a procedure changes.",
};

/** A report of an invented town with every kind of block, about ten pages long. */
export function sampleDocument(language: Language): Bound {
  const say = (de: string, en: string) => (language === "de" ? de : en);
  const said = (de: string, en: string): Runs => [{ text: say(de, en) }];
  const paragraph = (times = 1): Block => ({ kind: "paragraph", words: [{ text: Array(times).fill(reasons[language]).join(" ") }] });
  const heading = (level: 1 | 2 | 3 | 4, de: string, en: string): Block => ({ kind: "heading", level, text: say(de, en) });
  const organisation = "Stadt Musterhausen an der Beispielach";

  const chapter = ({ de, en, score }: (typeof dimensions)[number]): Block[] => [
    heading(2, de, en),
    {
      kind: "paragraph",
      look: "lead",
      words: said("Die Grundlagen stehen, gelebt werden sie noch nicht überall.", "The foundations are there, yet not lived everywhere."),
    },
    {
      kind: "facts",
      facts: [
        { term: say("Wert", "Score"), words: [{ text: String(score), strong: true }, { text: say(" von 100", " of 100") }] },
        { term: say("Wahrscheinlicher Bereich", "Likely range"), words: [{ text: `${score - 8}–${score + 7}` }] },
        { term: say("Beantwortet", "Answered"), words: said("4 von 4 Fragen", "4 of 4 questions") },
      ],
    },
    heading(3, "Was dafür spricht", "What speaks for it"),
    paragraph(2),
    {
      kind: "list",
      ordered: false,
      items: [
        said("Es gibt einen Ratsbeschluss mit Zielen und Fristen.", "There is a council decision with aims and dates."),
        [
          { text: say("Die Verordnung (EU) 2024/1689 ist bekannt. ", "Regulation (EU) 2024/1689 is known. ") },
          { text: "EUR-Lex", href: "https://eur-lex.europa.eu/eli/reg/2024/1689/oj" },
        ],
      ],
    },
    {
      kind: "paragraph",
      look: "hint",
      words: said("Quelle: Selbstauskunft vom November 2026.", "Source: self-assessment of November 2026."),
    },
  ];

  return {
    look: "book",
    language,
    title: say(`KI-Bereitschaft: ${organisation}`, `AI readiness: ${organisation}`),
    description: say("Selbsteinschätzung der KI-Bereitschaft mit nächsten Schritten.", "Self-assessment of AI readiness with next steps."),
    author: "Beratung Beispiel GmbH",
    date: "2026-11-21",
    product: "KI-Pegel",
    letterhead: null,
    cover: {
      title: say("Bericht zur KI-Bereitschaft", "Report on AI readiness"),
      organisation,
      facts: [
        { term: say("Datum", "Date"), text: say("21. November 2026", "21 November 2026") },
        { term: say("Umfang", "Depth"), text: say("Vollständige Einschätzung, 36 Fragen", "Full assessment, 36 questions") },
        { term: say("Modell", "Model"), text: "1.0.0" },
        { term: say("Erstellt von", "Prepared by"), text: "Beratung Beispiel GmbH" },
      ],
      logo: { type: "png", data: Buffer.from(logo, "base64"), alternative: say("Logo der Beratung Beispiel", "Logo of Beratung Beispiel") },
      notice: say(
        "Selbsteinschätzung, nicht von Dritten geprüft. Das Verfahren ist nicht wissenschaftlich validiert. Dieser Bericht ist keine Rechtsberatung.",
        "Self-assessment, not verified by anybody else. The method is not scientifically validated. This report is no legal advice.",
      ),
    },
    contents: say("Inhalt", "Contents"),
    runningHead: say(`KI-Bereitschaft: ${organisation}`, `AI readiness: ${organisation}`),
    page: say("Seite", "Page"),
    of: say("von", "of"),
    blocks: [
      heading(1, "Auf einen Blick", "At a glance"),
      {
        kind: "numbers",
        numbers: [
          { label: say("Gesamtwert", "Overall score"), value: "44", note: say("wahrscheinlich 38 bis 51", "likely 38 to 51") },
          { label: say("Gesicherte Stufe", "Secured stage"), value: "1", note: say("Einstieg", "Getting started") },
          { label: say("Engpass", "Bottleneck"), value: say("Daten und Technik", "Data and technology"), note: null },
        ],
      },
      {
        kind: "paragraph",
        look: "lead",
        words: said(
          "Musterhausen hat begonnen. Am meisten bringt jetzt Ordnung in den Daten.",
          "Musterhausen has begun. Order in its data would now help most.",
        ),
      },
      paragraph(),
      {
        kind: "notice",
        tone: "info",
        words: said(
          "Vergleiche beruhen auf veröffentlichten Berichten\nund sind keine Rangliste.",
          "Comparisons rest on published reports\nand are no ranking.",
        ),
      },
      { kind: "notice", tone: "warning", words: said("Für zwei Fragen fehlen Nachweise.", "Two questions lack evidence.") },
      heading(2, "Die Werte im Vergleich", "The scores compared"),
      {
        kind: "figure",
        svg: drawing(language),
        width: 660,
        height: dimensions.length * 46 + 40,
        alternative: say(
          "Fünf Werte zwischen 22 und 64, am niedrigsten Daten und Technik.",
          "Five scores between 22 and 64, data and technology the lowest.",
        ),
        caption: say(
          "Werte mit wahrscheinlichem Bereich; grau die Spanne der Vergleichsregion.",
          "Scores with their likely range; grey is the span of the region compared with.",
        ),
      },
      {
        kind: "table",
        caption: say("Werte je Dimension", "Scores by dimension"),
        columns: [
          { title: "Dimension", share: 5 },
          { title: say("Wert", "Score"), share: 1.5, numeric: true },
          { title: say("Von–bis", "Range"), share: 2, numeric: true },
          { title: say("Bemerkung", "Remark"), share: 6 },
        ],
        rows: dimensions.map((one) => [
          [{ text: one[language] }],
          [{ text: String(one.score) }],
          [{ text: `${one.score - 8}–${one.score + 7}` }],
          [{ text: say("geschätzt, ", "estimated, ") }, { text: say("Stand 2026", "as of 2026"), muted: true }],
        ]),
      },
      heading(1, "Dimensionen", "Dimensions"),
      ...dimensions.flatMap(chapter),
      heading(1, "Nächste Schritte", "Next steps"),
      {
        kind: "list",
        ordered: true,
        items: [
          said("Datenbestände erfassen und Verantwortliche benennen.", "List the data and name who answers for it."),
          said("Beschäftigte schulen (Artikel 4 der KI-Verordnung).", "Train the staff (article 4 of the AI Act)."),
          [{ text: "Compliance by design", language: "en" }, { text: say(" im Einkauf verankern.", " anchored in procurement.") }],
        ],
      },
      heading(2, "Einzeln betrachtet", "One by one"),
      heading(3, "Datenbestände erfassen", "List the data"),
      heading(4, "Erste Schritte", "First steps"),
      paragraph(3),
      { kind: "page-break" },
      heading(1, "Anhang: alle Antworten", "Annex: all answers"),
      {
        kind: "table",
        caption: say("Antworten mit Nachweisen", "Answers with evidence"),
        columns: [
          { title: say("Frage", "Question"), share: 4 },
          { title: say("Antwort", "Answer"), share: 4 },
          { title: say("Aufwand", "Effort"), share: 1.6, numeric: true },
        ],
        rows: Array.from({ length: 48 }, (_, index) => [
          [
            {
              text: say(
                `${index + 1}. Wie ist die Zuständigkeit für künstliche Intelligenz geregelt?`,
                `${index + 1}. How is responsibility for artificial intelligence arranged?`,
              ),
            },
          ],
          said("Stufe 2: Es gibt eine benannte Person mit Stellenanteil.", "Level 2: there is a named person with time for it."),
          [{ text: say(`${(index * 7) % 90},5`, `${(index * 7) % 90}.5`) }],
        ]),
      },
    ],
  };
}

/** Bars with their names beside them. */
function drawing(language: Language): string {
  const bars = dimensions.map(({ score, ...name }, index) => {
    const y = index * 46 + 12;
    return `<text x="150" y="${y + 19}" text-anchor="end" fill="#131525">${name[language]}</text><rect x="160" y="${y}" width="${score * 4.8}" height="28" rx="3" fill="#2044aa"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="660" height="270" viewBox="0 0 660 270" font-family="Fira Sans" font-size="14">${bars.join("")}</svg>`;
}

/** Blue, 24 by 8 pixels. */
const logo = "iVBORw0KGgoAAAANSUhEUgAAABgAAAAICAIAAABsw6g0AAAAFElEQVR42mNQcFlFFcQwatBINggAokLKgQ/Pw9QAAAAASUVORK5CYII=";
