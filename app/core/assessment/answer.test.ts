import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { roughText } from "../../../tests/support/builders";
import { answerSchema, versionTag, levelOf, sameAnswer, type Answer, type Level } from "./answer";
import { cleanText, textLimits } from "./text";

const text = roughText(20).map(cleanText);
const remarks = { note: fc.option(text, { nil: undefined }), evidence: fc.option(text, { nil: undefined }) };
const answers: fc.Arbitrary<Answer> = fc.oneof(
  fc.record({ level: fc.constantFrom<Level>(0, 1, 2, 3, 4), ...remarks }),
  fc.record({ answer: fc.constant("dk" as const), ...remarks }),
  fc.record({ answer: fc.constant("na" as const), reason: text, ...remarks }),
);
/** The same entries, the other way round. */
const reversed = (answer: Answer) => Object.fromEntries(Object.entries(answer).reverse()) as Answer;

describe("what an answer means for the arithmetic", () => {
  it.each<[string, Answer | undefined, ReturnType<typeof levelOf>]>([
    ["a level", { level: 3 }, 3],
    ["level 0, which is not open", { level: 0, note: "x" }, 0],
    ["does not apply", { answer: "na", reason: "x" }, "na"],
    ["don't know", { answer: "dk" }, "open"],
    ["only a note", { note: "x" }, "open"],
    ["no answer", undefined, "open"],
  ])("%s", (_kind, answer, level) => {
    expect(levelOf(answer)).toBe(level);
  });
});

describe("the schema", () => {
  it.each([0, 1, 2, 3, 4])("takes level %d", (level) => {
    expect(answerSchema.parse({ level })).toEqual({ level });
  });

  it.each([
    ["a level", { level: 4, note: "n", evidence: "e" }],
    ["don't know", { answer: "dk", note: "n" }],
    ["not applicable with a reason", { answer: "na", reason: "r" }],
    ["only evidence", { evidence: "e" }],
  ])("takes %s as it is", (_kind, answer) => {
    expect(answerSchema.parse(answer)).toEqual(answer);
  });

  it.each([
    ["nothing", {}],
    ["nothing but empty remarks", { note: " ", evidence: "" }],
    ["a level outside 0–4", { level: 5 }],
    ["half a level", { level: 1.5 }],
    ["a level as text", { level: "3" }],
    ["not applicable without a reason", { answer: "na" }],
    ["not applicable with an empty reason", { answer: "na", reason: " \u0000 " }],
    ["a reason for not knowing", { answer: "dk", reason: "r" }],
    ["two answers", { level: 2, answer: "dk" }],
    ["a note above the limit", { level: 2, note: "x".repeat(textLimits.note + 1) }],
  ])("refuses %s", (_kind, answer) => {
    expect(answerSchema.safeParse(answer).success).toBe(false);
  });

  it("cleans the texts", () => {
    expect(answerSchema.parse({ level: 2, note: " a\r\nb\u0007 " })).toEqual({ level: 2, note: "a\nb" });
  });
});

describe("the mark of an answer", () => {
  it("is equal for equal answers, whatever the order of the keys", () => {
    fc.assert(
      fc.property(answers, (answer) => {
        expect(versionTag(reversed(answer))).toBe(versionTag(answer));
        expect(sameAnswer(reversed(answer), answer)).toBe(true);
      }),
    );
  });

  it("does not tell a missing remark from an undefined one", () => {
    expect(versionTag({ level: 2, note: undefined })).toBe(versionTag({ level: 2 }));
    expect(sameAnswer({ level: 2, note: undefined }, { level: 2 })).toBe(true);
  });

  it("differs for different answers", () => {
    fc.assert(
      fc.property(answers, answers, (one, other) => {
        fc.pre(!sameAnswer(one, other));
        expect(versionTag(one)).not.toBe(versionTag(other));
      }),
    );
  });

  it("differs for answers that are nearly alike, no answer among them", () => {
    const near: (Answer | null)[] = [
      null,
      { level: 0 },
      { level: 1 },
      { level: 2 },
      { level: 3 },
      { level: 4 },
      { answer: "dk" },
      { answer: "na", reason: "a" },
      { answer: "na", reason: "b" },
      { level: 1, note: "a" },
      { level: 1, evidence: "a" },
      { note: "a" },
      { evidence: "a" },
      { level: 1, note: "ab" },
      { level: 1, note: "ba" },
      { level: 1, note: "a", evidence: "b" },
      { level: 1, note: "b", evidence: "a" },
    ];
    expect(new Set(near.map(versionTag)).size).toBe(near.length);
    expect(sameAnswer(null, { level: 0 })).toBe(false);
    expect(sameAnswer(null, null)).toBe(true);
  });

  it("is short and fit for a form field", () => {
    fc.assert(
      fc.property(answers, (answer) => {
        expect(versionTag(answer)).toMatch(/^[0-9a-z]{1,7}-[0-9a-z]{1,7}$/);
      }),
    );
  });
});

describe("clean text", () => {
  it.each([
    ["keeps umlauts, emoji, tabs and line breaks", "Größe 😀\tja\n", "Größe 😀\tja"],
    ["makes every line break a line feed", "a\r\nb\rc\nd", "a\nb\nc\nd"],
    ["takes what Word and old programs end lines with", "a\u000Bb\u000Cc\u0085d\u2028e\u2029f", "a\nb\nc\nd\ne\nf"],
    ["drops control characters", "a\u0000\u0008\u001F\u007Fb", "ab"],
    ["takes what does not break for what it is", "12\u00A0000\u202F€ Baden\u2011W K\u001EL", "12 000 € Baden-W K-L"],
    ["drops what may break, and marks", "\uFEFFDaten\u00ADschutz\u200B\u2060", "Datenschutz"],
    ["composes letters and their accents", "Ko\u0308ln", "Köln"],
    ["shows the bullets of Word's clipboard", "\uF0B7 eins\n\uF0A7 zwei \uF0E0 drei", "• eins\n• zwei → drei"],
    ["drops halves of characters and what is no character", "a\uD83D\uFFFE\uFFFFb\uDE00", "ab"],
    ["takes off the space around", "\n \u00A0a \t", "a"],
    ["may leave nothing", " \u0001 ", ""],
  ])("%s", (_rule, raw, clean) => {
    expect(cleanText(raw)).toBe(clean);
  });

  it("is clean at once", () => {
    fc.assert(
      fc.property(roughText(30), (raw) => {
        expect(cleanText(cleanText(raw))).toBe(cleanText(raw));
      }),
    );
  });

  it("is measured once it is clean", () => {
    const note = `${"x\r\n".repeat(textLimits.note / 2)}`;
    expect(answerSchema.parse({ level: 1, note })).toEqual({ level: 1, note: note.replaceAll("\r\n", "\n").trim() });
    expect(answerSchema.safeParse({ level: 1, note: `${note}xx` }).success).toBe(false);
  });
});
