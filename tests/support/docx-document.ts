import { Resvg } from "@resvg/resvg-js";
import type { Block, Bound } from "../../app/documents/document";
import type { Language } from "../../app/core/vocabulary";

const svg = (label: string) =>
  `<svg width="660" height="240" viewBox="0 0 660 240"><rect x="120" y="40" width="380" height="22" fill="#d8e1f4"/>` +
  `<line x1="180" x2="420" y1="51" y2="51" stroke="#2044aa" stroke-width="3"/><circle cx="310" cy="51" r="7" fill="#2044aa"/>` +
  `<text x="0" y="57" font-size="14" fill="#131525">${label}</text></svg>`;

/** A logo of 300 by 100 pixels. */
export function logo(): Uint8Array {
  const drawn =
    '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="100"><rect width="300" height="100" rx="12" fill="#2044aa"/></svg>';
  return new Resvg(drawn).render().asPng();
}

const long = {
  de: "Die Kommune hat Ziele für den Einsatz von KI beschlossen, aber noch niemanden benannt, der sie verfolgt. Deshalb bleibt offen, wer über ein neues Werkzeug entscheidet und wer danach prüft, ob es hält, was es verspricht.",
  en: "The municipality has adopted aims for the use of AI but named nobody to pursue them. It is therefore open who decides on a new tool and who checks afterwards whether it keeps its promise.",
};

/** A report with every kind of block, about as long as a real one where it is repeated. */
export function docxDocument(language: Language, chapters = 2): Bound {
  const de = language === "de";
  const say = (german: string, english: string) => (de ? german : english);
  return {
    look: "book",
    language,
    title: say("KI-Reife: Musterstadt", "AI readiness: Musterstadt"),
    description: say("Bericht über eine Selbsteinschätzung", "Report on a self-assessment"),
    author: "Beratung Beispiel",
    date: "2026-11-22",
    product: "KI-Pegel",
    letterhead: null,
    cover: {
      title: say("KI-Reife", "AI readiness"),
      organisation: "Musterstadt",
      facts: [
        { term: say("Datum", "Date"), text: say("22. November 2026", "22 November 2026") },
        { term: say("Fragebogen", "Questionnaire"), text: "1.0.0" },
        { term: say("Umfang", "Scope"), text: say("Vollständige Bewertung", "Full assessment") },
      ],
      logo: { type: "png", data: logo(), alternative: say("Logo der Beratung", "The consultancy's logo") },
      notice: say("Selbsteinschätzung, nicht validiert. Keine Rechtsberatung.", "Self-assessment, not validated. No legal advice."),
    },
    contents: say("Inhalt", "Contents"),
    runningHead: say("KI-Reife: Musterstadt", "AI readiness: Musterstadt"),
    page: say("Seite", "Page"),
    of: say("von", "of"),
    blocks: Array.from({ length: chapters }, (_, index) => chapter(index + 1, language)).flat(),
  };
}

function chapter(number: number, language: Language): Block[] {
  const de = language === "de";
  const say = (german: string, english: string) => (de ? german : english);
  return [
    { kind: "heading", level: 1, text: say(`Kapitel ${number}: Auf einen Blick`, `Chapter ${number}: At a glance`) },
    { kind: "paragraph", look: "lead", words: [{ text: long[language] }] },
    {
      kind: "numbers",
      numbers: [
        { label: say("Gesamtwert", "Overall score"), value: "51", note: say("von 100", "out of 100") },
        { label: say("Durchschnittliche Stufe", "Average stage"), value: "2", note: say("Erprobung", "Trial") },
        { label: say("Gesicherte Stufe", "Secured stage"), value: "1", note: null },
      ],
    },
    {
      kind: "paragraph",
      words: [
        { text: say("Das Wichtigste: ", "What matters most: "), strong: true },
        { text: long[language] },
        { text: " " },
        { text: say("Quelle", "Source"), href: "https://example.org/bericht?a=1&b=2", muted: true },
        { text: say("\nzweite Zeile ", "\nsecond line ") },
        { text: say("in a foreign language", "in einer fremden Sprache"), language: de ? "en" : "de", muted: true },
      ],
    },
    { kind: "notice", tone: "info", words: [{ text: say("Offene Fragen zählen als 0.", "Open questions count as 0.") }] },
    { kind: "heading", level: 2, text: say(`Vergleich ${number}`, `Comparison ${number}`) },
    {
      kind: "figure",
      svg: svg(say(`Strategie ${number}`, `Strategy ${number}`)),
      width: 660,
      height: 240,
      alternative: say("Wert 50, Bereich der Region 30 bis 65", "Score 50, the region's band 30 to 65"),
      caption: say(`Abbildung ${number}: Werte mit Spannweite`, `Figure ${number}: scores with intervals`),
    },
    {
      kind: "table",
      caption: say(`Tabelle ${number}: Werte der Themen`, `Table ${number}: scores by topic`),
      columns: [
        { title: say("Thema", "Topic"), share: 3 },
        { title: say("Wert", "Score"), share: 1, numeric: true },
        { title: say("Spannweite", "Interval"), share: 1.3, numeric: true },
        { title: say("Bemerkung", "Remark"), share: 4 },
      ],
      rows: Array.from({ length: 9 }, (_, row) => [
        [{ text: say(`Zeile ${number}.${row + 1}`, `Row ${number}.${row + 1}`), strong: true }],
        [{ text: de ? "62,5" : "62.5" }],
        [{ text: "50–75" }],
        [{ text: row % 3 === 0 ? long[language] : say("kurz", "short") }, { text: say("\nStand 2026", "\nas of 2026"), muted: true }],
      ]),
    },
    { kind: "heading", level: 3, text: say(`Was zu tun ist ${number}`, `What to do ${number}`) },
    {
      kind: "list",
      ordered: true,
      items: [1, 2, 3].map((step) => [{ text: say(`Schritt ${number}.${step}: anfangen`, `Step ${number}.${step}: start`) }]),
    },
    { kind: "heading", level: 4, text: say(`Voraussetzungen ${number}`, `Requirements ${number}`) },
    {
      kind: "list",
      ordered: false,
      items: ["a", "b"].map((point) => [{ text: say(`Punkt ${number}${point}`, `Point ${number}${point}`) }]),
    },
    {
      kind: "facts",
      facts: [
        { term: say("Kosten", "Cost"), words: [{ text: de ? "1.000–5.000 €" : "€1,000–5,000" }] },
        { term: say("Wer", "Who"), words: [{ text: say("Leitung der Verwaltung", "Head of administration") }] },
      ],
    },
    { kind: "page-break" },
    { kind: "notice", tone: "warning", words: [{ text: say("Gesetzliche Pflicht", "Legal duty") }] },
    { kind: "paragraph", look: "hint", words: [{ text: say("Unsere Schätzung.", "Our estimate.") }] },
  ];
}
