import { existsSync, readFileSync } from "node:fs";
import { format } from "oxfmt";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";

const id = z.string().regex(/^\d+\.\d+\.\d+$/);
const common = { id, says: z.string().min(1), see: z.array(z.string()).min(1) };
const documentSchema = z.strictObject({
  /** Chapter, section or requirement → why it does not apply. */
  notApplicable: z.record(z.string().regex(/^\d+(\.\d+){0,2}$/), z.string().min(1)),
  requirements: z.array(
    z.discriminatedUnion("is", [
      z.strictObject({ ...common, is: z.enum(["met", "operator"]) }),
      z.strictObject({ ...common, is: z.enum(["partly", "open"]), but: z.string().min(1) }),
    ]),
  ),
});
const { notApplicable, requirements } = documentSchema.parse(parse(readFileSync("docs/asvs.yaml", "utf8")));

it("every reference leads to a file, and to words that stand in it", () => {
  const broken = requirements.flatMap(({ id, see }) =>
    see.flatMap((reference) => {
      const [file = "", words] = reference.split(" :: ");
      const isThere = existsSync(file) && (words === undefined || readFileSync(file, "utf8").includes(words));
      return isThere ? [] : [`${id}: ${reference}`];
    }),
  );
  expect(broken).toEqual([]);
});

it("no requirement stands twice, or both as one that applies and as one that does not", () => {
  const ids = requirements.map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)]);
  const both = ids.filter((id) => Object.keys(notApplicable).some((left) => id === left || id.startsWith(`${left}.`)));
  expect(both).toEqual([]);
  expect(ids).toEqual([...ids].sort(byNumber));
});

/** `npx vitest run --project tests tests/operations/asvs -u` writes it anew. */
it("stands in docs/asvs.md as it is in docs/asvs.yaml", async () => {
  await expect(await toMarkdown()).toMatchFileSnapshot("../../docs/asvs.md");
});

const chapters: Record<string, string> = {
  ...{ 1: "Encoding and sanitization", 2: "Validation and business logic", 3: "Web frontend", 4: "API and web service", 5: "Files" },
  ...{ 6: "Authentication", 7: "Sessions", 8: "Authorization", 9: "Self-contained tokens", 10: "OAuth and OIDC", 11: "Cryptography" },
  ...{ 12: "Communication", 13: "Configuration", 14: "Data protection", 15: "Coding and architecture" },
  ...{ 16: "Logging and errors", 17: "WebRTC" },
};

async function toMarkdown(): Promise<string> {
  const count = (is: string) => requirements.filter((one) => one.is === is).length;
  const parts = Object.entries(chapters).map(([number, title]) => {
    const mine = requirements.filter(({ id }) => id.startsWith(`${number}.`));
    const left = Object.entries(notApplicable).filter(([id]) => id === number || id.startsWith(`${number}.`));
    const lines = mine.map((one) => {
      const but = "but" in one ? ` ${one.but}` : "";
      return `| ${one.id} | ${one.says} | **${one.is}**${one.is === "met" ? "" : "."}${but} | ${one.see.map(link).join("; ")} |`;
    });
    const table = lines.length > 0 ? `| | requirement | is | see |\n| --- | --- | --- | --- |\n${lines.join("\n")}\n\n` : "";
    const reasons = left.map(([id, why]) => `- ${id}: ${why}`).join("\n");
    return `## V${number} ${title}\n\n${table}${reasons === "" ? "" : `Does not apply:\n\n${reasons}\n`}`;
  });
  const text = `# OWASP ASVS 5.0, level 2

Written by \`tests/operations/asvs.test.ts\` from [\`docs/asvs.yaml\`](asvs.yaml): it fails where a file or a test that is named here is no more. A
self-assessment of 2026-11-26 by those who wrote the program; nobody independent has checked it. The numbering is that of 5.0.0 as far as
known to us, from its texts in the weeks around its release; the wording is ours and short, so read the requirement itself in the standard.
Requirements of level 3 are left out.

${count("met")} are met, ${count("partly")} partly, ${count("open")} are open, ${count("operator")} are for whoever runs it.

${parts.join("\n")}`;
  return (await format("table.md", text, { printWidth: 140 })).code;
}

function link(reference: string): string {
  const [file = "", words] = reference.split(" :: ");
  const name = `[\`${file}\`](../${file})`;
  return words === undefined ? name : `${name} “${words.replaceAll("|", "\\|").replaceAll("_", "\\_")}”`;
}

function byNumber(a: string, b: string): number {
  const [left, right] = [a, b].map((id) => id.split(".").map(Number));
  const differing = left?.findIndex((part, index) => part !== right?.[index]) ?? -1;
  return differing < 0 ? 0 : (left?.[differing] ?? 0) - (right?.[differing] ?? 0);
}
