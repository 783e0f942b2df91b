import type { Visitor } from "./visitor";

/** Makes a Mappe as somebody who has opened the page. @returns its id. */
export async function makeMappe(visitor: Visitor, name = "Kreis Musterland"): Promise<string> {
  await visitor.get("/mappen");
  const response = await visitor.post("/mappen", { name });
  const [, id] = /^\/mappen\/([\w-]{22})$/.exec(response.headers.get("location") ?? "") ?? [];
  if (!id) throw new Error(`The form for a Mappe was answered with ${response.status}`);
  return id;
}

/** The paths of the links on the settings page: the owner's, then everybody else's in their order. */
export async function linksOfMappe(owner: Visitor, id: string): Promise<string[]> {
  return [...new Set((await owner.text(`/mappen/${id}/settings`)).match(/\/open\/[\w-]{43}/g) ?? [])];
}

/** Gives somebody a link. @returns its path. */
export async function invite(owner: Visitor, id: string, role: "editor" | "viewer"): Promise<string> {
  await owner.post(`/mappen/${id}/settings`, { intent: "invite", person: `Wer darf ${role}`, role });
  return (await linksOfMappe(owner, id)).at(-1) ?? "";
}

/** Makes assessments in a Mappe, one a name. @returns the paths of their links by name. */
export async function makeMany(visitor: Visitor, id: string, names: string[], track = "municipality"): Promise<Map<string, string>> {
  const response = await visitor.post(`/mappen/${id}/add`, { intent: "names", names: names.join("\n"), track, land: "NW" });
  if (response.status !== 303) throw new Error(`The form for many was answered with ${response.status}`);
  const rows = (await visitor.text(`/mappen/${id}/links.csv`)).trim().split("\r\n").slice(1);
  return new Map(rows.map((row) => row.split(";")).map(([name = "", link = ""]) => [name, new URL(link).pathname]));
}

/** Opens the link of an assessment. @returns its id. */
export async function openLink(visitor: Visitor, path: string): Promise<string> {
  const location = (await visitor.get(path)).headers.get("location") ?? "";
  return /\/assessments\/([^/]+)/.exec(location)?.[1] ?? "";
}
