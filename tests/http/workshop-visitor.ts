import { expect } from "vitest";
import { newVisitor, type Visitor } from "./visitor";
import { today } from "../support/today";

/** Opens a workshop until the end of the day, for three phones. @returns the path of its screen, and the code that stands there. */
export async function openRoom(owner: Visitor, assessment: string, wish: Record<string, string>): Promise<{ room: string; code: string }> {
  const until = today();
  const opened = await owner.post(`/assessments/${assessment}/team/workshop`, { intent: "open", most: "3", until, ...wish });
  expect(opened.status).toBe(303);
  const room = /\/workshops\/[\w-]{22}/.exec(await owner.text(`/assessments/${assessment}/team/workshop`))?.[0] ?? "";
  return { room, code: /<strong>(\w{4}-\w{4})<\/strong>/.exec(await owner.text(room))?.[1] ?? "" };
}

/** Moves the room on from where whoever moderates it sees it. */
export async function moveRoom(moderator: Visitor, room: string, intent: string): Promise<Response> {
  const seen = /name="seen" value="([^"]+)"/.exec(await moderator.text(room))?.[1] ?? "";
  return moderator.post(room, { intent, seen });
}

/** Takes a place with a browser of one's own. */
export async function joinRoom(url: string, code: string, name = "") {
  const visitor = newVisitor(url);
  await visitor.get(`/w/${code}`);
  const joined = await visitor.post(`/w/${code}`, { name });
  const place = joined.headers.get("location") ?? "";
  const itemNow = async () => /name="item" value="([^"]+)"/.exec(await visitor.text(`${place}?change`))?.[1] ?? "";
  const vote = async (choice: string, item?: string) => visitor.post(place, { intent: "vote", item: item ?? (await itemNow()), choice });
  return { visitor, joined, place, vote, itemNow };
}

/** Follows a page of a workshop as its script does. */
export async function followEvents(url: string, { visitor, place }: { visitor: Visitor; place: string }) {
  const left = new AbortController();
  const cookie = `ki-pegel=${visitor.cookies.get("ki-pegel")}`;
  const response = await fetch(`${url}${place}/events`, { headers: { Cookie: cookie }, signal: left.signal });
  expect(response.headers.get("content-type")).toContain("text/event-stream");
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  return { next: async () => (await reader?.read())?.value, leave: () => left.abort() };
}
