import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { languages } from "../../app/core/vocabulary";
import { de } from "../../app/i18n/de";
import { en } from "../../app/i18n/en";
import { content } from "../support/content";
import { found, texts, textsIn } from "./texts";

const genderForm = /\p{L}(?:[*:_·]|\/-?)in(?:nen)?(?!\p{L})|\p{Ll}Innen(?!\p{L})/u;
const machinePath = /(?<![\w.:/-])(?:\/(?:work|home|tmp|root|mnt|var|Users)\/|[A-Z]:\\)/;
/** Not of what programs read. */
const ofInterface = ({ path }: { path: string }) => path.startsWith("words.") && !path.startsWith("words.api.");
const workingNote = /facts\.md|\b(?:TODO|FIXME|XXX)\b|\bS[0-4]\b|\b[ECNUD]\d\d\b/;

describe("both languages", () => {
  it("stand at every place, with the same number of entries in every list", () => {
    const places = (language: "de" | "en") =>
      textsIn(language)
        .map(({ path }) => path)
        .sort();
    expect(places("de").length).toBeGreaterThan(3_000);
    expect(places("en")).toEqual(places("de"));
  });

  it("are really two: no sentence was left untranslated", () => {
    const english = new Map(textsIn("en").map(({ path, text }) => [path, text]));
    const sentences = textsIn("de").filter(({ text }) => /\s\S+\s\S+\s/.test(text) && /[.?!]$/.test(text));
    expect(sentences.length).toBeGreaterThan(1_500);
    expect(sentences.filter(({ path, text }) => english.get(path) === text)).toEqual([]);
  });

  it("are not blank and have nothing around them", () => {
    expect(found(/^\s|\s$|^$/)).toEqual([]);
  });
});

describe("no text", () => {
  it("of the German interface parts a letter from its word at the end of a line: a joiner stands behind the hyphen", () => {
    const words = textsIn("de").filter(({ path }) => path.startsWith("words"));
    expect(words.length).toBeGreaterThan(1_000);
    expect(found(/(?<!\p{L})\p{L}-(?=\p{L})/u, words)).toEqual([]);
  });

  it("in English has an apostrophe as a typewriter makes it", () => {
    expect(found(/\p{L}'/u, textsIn("en"))).toEqual([]);
  });

  it("holds a working note", () => {
    expect(found(workingNote)).toEqual([]);
  });

  it("holds a path of somebody's machine", () => {
    expect(found(machinePath)).toEqual([]);
  });

  it("writes a share in words where others stand with a sign", () => {
    expect(found(/\bProzent\b|\bper ?cent\b/)).toEqual([]);
  });

  it("holds a doubled space", () => {
    expect(found(/ {2}/)).toEqual([]);
  });

  it("is German with a star, colon, underscore or capital I inside a word for people", () => {
    expect(found(genderForm, textsIn("de"))).toEqual([]);
  });

  it("that a document shows tells what its makers have not found: it speaks for somebody else", () => {
    const shown = texts.filter(({ path }) => /^content\.(initiatives|duties|law|funding|contacts)\./.test(path));
    expect(shown.length).toBeGreaterThan(3_000);
    const makers =
      /\bhaben wir [^?]*(gefunden|gelesen|geprüft|geklärt)|\bwir (kennen|nennen|rechnen)\b|\bwe (have not|did not|found|cite)\b|\bour own\b/i;
    expect(found(makers, shown)).toEqual([]);
  });

  it("of the interface takes two words for the one number of a report: it is a level, in German a Stand", () => {
    expect(found(/\bscores?\b/i, textsIn("en").filter(ofInterface))).toEqual([]);
    const named = textsIn("de").filter((one) => ofInterface(one) && /\.(frontier\w*|reachable|score|before|after)$/.test(one.path));
    expect(named.length).toBeGreaterThan(10);
    expect(found(/\bWerte?\b/, named)).toEqual([]);
  });

  it("of the interface takes it for known what the levels of an answer stand for", () => {
    expect(found(/\b(Stufe|level) [0-4] (oder|or)\b/i, texts.filter(ofInterface))).toEqual([]);
    const told = [de, en].flatMap(({ result, assessment, form }) => [
      result.noStrengths(true),
      ...[1, 2].flatMap((count) => [assessment.checkEvidence(count), form.unused(count)]),
    ]);
    expect(told.filter((text) => /\d(?! Antworten| answers| Fragen| questions)/.test(text))).toEqual([]);
  });

  it("is English with German quotation marks", () => {
    expect(found(/„/, textsIn("en"))).toEqual([]);
  });

  it("is German with English quotation marks: “ closes, „ opens", () => {
    const opened = (text: string) => [...text].filter((mark) => mark === "„").length;
    const closed = (text: string) => [...text].filter((mark) => mark === "“").length;
    expect(textsIn("de").filter(({ text }) => opened(text) !== closed(text) || text.includes("”"))).toEqual([]);
  });
});

it("what the paper for a council says of money and of who helps addresses nobody", () => {
  const addressed = { de: /\b(Sie|Ihnen|Ihre?[mnrs]?)\b/, en: /\byou(r|rs|rself)?\b/i };
  const programmes = content.funding.filter(({ tracks, status }) => tracks.includes("municipality") && status !== "ended");
  const printed = [
    ...programmes.flatMap(({ id, purpose, amount, notPaidFor }) =>
      [purpose, amount, notPaidFor].flatMap((text) => (text ? [{ id, text }] : [])),
    ),
    ...content.contacts
      .filter(({ tracks }) => tracks.includes("municipality"))
      .flatMap(({ id, name, offers }) => [name, offers].map((text) => ({ id, text }))),
  ];
  expect(printed.length).toBeGreaterThan(100);
  for (const language of languages)
    expect(printed.filter(({ text }) => addressed[language].test(text[language])).map(({ id }) => id)).toEqual([]);
});

it("the files hold no working note and no machine path in their comments either", () => {
  const files = ["content", "seeds"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .map((file) => `${folder}/${file}`)
      .filter((file) => /\.(yaml|json)$/.test(file)),
  );
  expect(files.length).toBeGreaterThan(100);
  // The references of the sources' statements (e01, n16) are their ids here, in small letters.
  const wrong = files.filter((file) => workingNote.test(readFileSync(file, "utf8")) || machinePath.test(readFileSync(file, "utf8")));
  expect(wrong).toEqual([]);
});

/** The searches above find nothing in sound content; here they show that they can. */
it.each<[RegExp, string[], string[]]>([
  [
    genderForm,
    ["Bürger:innen", "Bürger*innen", "Kolleg_innen", "MitarbeiterInnen", "ein:e Kolleg:in", "Bürger/-innen"],
    ["Bürgerinnen und Bürger", "Innenstadt", "LinkedIn", "Termin: innerhalb einer Woche"],
  ],
  [machinePath, ["siehe /home/ich/x.md", "/tmp/x", "C:\\Users"], ["https://example.org/home/x", "https://example.org/tmp/"]],
  [workingNote, ["laut S0", "vgl. facts.md", "TODO", "C05 nennt"], ["NIS-2", "S. 12", "A4"]],
])("%s finds what it is meant to find", (pattern, bad, good) => {
  expect(bad.filter((text) => !pattern.test(text))).toEqual([]);
  expect(good.filter((text) => pattern.test(text))).toEqual([]);
});

it("the searches read the whole: content, pages, interface and examples", () => {
  const kinds = new Set(texts.map(({ path }) => path.split(".")[0]));
  expect([...kinds].sort()).toEqual(["content", "examples", "pages", "words"]);
});
