import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";

const decisions = readdirSync("docs/decisions").sort();
const papers = ["README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md", ...decisions.map((name) => `docs/decisions/${name}`)];
const read = (paper: string) => readFileSync(paper, "utf8");

it.each(papers)("%s leads only to files that are there", (paper) => {
  const targets = [...read(paper).matchAll(/\]\(([^)#\s]+)/g)].map(([, target = ""]) => target).filter((target) => !/^\w+:/.test(target));
  expect(targets.filter((target) => !existsSync(join(dirname(paper), target)))).toEqual([]);
});

it("commands that the papers name are there", () => {
  const { scripts } = JSON.parse(read("package.json"));
  const named = papers.flatMap((paper) =>
    [...read(paper).matchAll(/(?:`|^|&& )npm (?:run (?:--silent )?)?([a-z][\w:-]+)/gm)].map(([, name = ""]) => name),
  );
  const npms = ["ci", "audit", "start", "test"];
  expect([...new Set(named)].filter((name) => !npms.includes(name) && !(name in scripts))).toEqual([]);
});

describe("decisions", () => {
  it.each(decisions)("%s says when, what, instead of what and why", (name) => {
    const [number = "", title = ""] = /^# (\d{4}) (.+)$/m.exec(read(`docs/decisions/${name}`))?.slice(1) ?? [];
    expect(name.startsWith(`${number}-`) && title !== "").toBe(true);
    expect(read(`docs/decisions/${name}`)).toMatch(
      /^# .+\n\n\d{4}-\d\d-\d\d\n\n[^]+\n\n\*\*Instead of\*\* [^]+\n\n\*\*Because\*\* [^]+\n$/,
    );
  });

  it("are numbered without gaps and listed in the README with their titles", () => {
    expect(decisions.map((name) => Number(name.slice(0, 4)))).toEqual(decisions.map((_, index) => index + 1));
    const listed = [...read("README.md").matchAll(/^- \[(\d{4})\]\((\S+)\) (.+)$/gm)].map(([, number, path, title]) => [
      path,
      `# ${number} ${title}`,
    ]);
    expect(listed).toEqual(decisions.map((name) => [`docs/decisions/${name}`, read(`docs/decisions/${name}`).split("\n")[0]]));
  });
});
