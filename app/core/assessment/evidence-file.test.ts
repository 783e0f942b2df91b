import { expect, it } from "vitest";
import { evidenceName } from "./evidence-file";
import { filesAt, findFile, isFileNamed, withFiles } from "./files-of";
import { isSaid, namesEvidence, sameAnswer, versionTag } from "./answer";
import { nothingAdded } from "./whole-assessment";

const file = (sha: string) =>
  ({ name: "a.pdf", type: "pdf", bytes: 1, sha256: sha.repeat(64), date: "2026-11-26", by: "edit-link" }) as const;

it.each([
  ["Beschluss 12.pdf", "pdf", "Beschluss 12.pdf"],
  ["C:\\Users\\erika\\Beschluss.PDF", "pdf", "Beschluss.pdf"],
  ["../../etc/passwd", "pdf", "passwd.pdf"],
  ["rechnung.pdf.exe", "pdf", "rechnung.pdf.pdf"],
  ["foto.jpeg", "jpeg", "foto.jpeg"],
  ["", "ods", "nachweis.ods"],
  [".htaccess", "png", "htaccess.png"],
  ["a\u0000b\nc.png", "png", "ab c.png"],
] as const)("%j of kind %s is called %s", (given, type, name) => {
  expect(evidenceName(given, type)).toBe(name);
});
it("no name is longer than one may be", () => {
  expect(evidenceName(`${"ü".repeat(500)}.docx`, "docx").length).toBeLessThanOrEqual(200);
});

it("files are beside what an answer says: they make it proven, not another", () => {
  const answer = { level: 3 } as const;
  const proven = withFiles(answer, [file("a")]);
  expect([namesEvidence(answer), proven && namesEvidence(proven)]).toEqual([false, true]);
  expect([sameAnswer(answer, proven), versionTag(proven)]).toEqual([true, versionTag(answer)]);
  const alone = withFiles(null, [file("a")]);
  expect([alone && isSaid(alone), sameAnswer(null, alone)]).toEqual([false, true]);
  expect([withFiles(proven, []), withFiles(alone, []), withFiles({ note: "n", files: [file("a")] }, [])]).toEqual([
    answer,
    null,
    { note: "n" },
  ]);
});

it("are found at their question, at what waits there, and in closed rounds", () => {
  const previous = { b: { modelVersion: "1.0.0", item: "b", answer: { level: 1, files: [file("b")] } } } as const;
  const state = { track: "sme", depth: "full", aiUse: "trial", modelVersion: "2.0.0", organisation: {}, ...nothingAdded } as const;
  const closed = [{ closedOn: "2026-05-12", samePeople: true, contentVersion: "x", targets: {}, state: { ...state, answers: { a: { note: "n", files: [file("c")] } } } }]; // prettier-ignore
  const kept = { answers: { a: { level: 2, files: [file("a")] } }, previous, rounds: { closed, begunOn: null, targets: {} } } as never;
  expect([filesAt(kept, "a"), filesAt(kept, "b"), filesAt(kept, "constructor")]).toEqual([[file("a")], [file("b")], []]);
  expect(["a", "b", "c", "d"].map((sha) => findFile(kept, sha.repeat(64))?.sha256[0] ?? null)).toEqual(["a", "b", "c", null]);
  expect(["a", "b", "c"].map((sha) => isFileNamed(kept, sha.repeat(64)))).toEqual([true, true, false]);
});
