import { describe, expect, it } from "vitest";
import { hostile } from "../../tests/support/hostile";
import { carriableText } from "../core/assessment/text";
import { toCalendar } from "./calendar";

const stamp = new Date("2026-11-21T12:00:00.000Z");
const event = { uid: "a@ki-pegel", title: "Leitlinie; Regeln, Teil 1", note: "erste\nZeile", start: "2027-01-01", end: "2027-03-31" };

/** Reads the events as RFC 5545 has it: lines unfolded, names and parameters apart, texts unescaped. */
function eventsIn(text: string) {
  expect(text.endsWith("\r\n")).toBe(true);
  // oxlint-disable-next-line no-control-regex
  expect(text.replaceAll("\r\n", "")).not.toMatch(/[\u0000-\u0008\u000A-\u001F\u007F]/);
  const lines = text.replaceAll("\r\n ", "").trimEnd().split("\r\n");
  const events: Record<string, string>[] = [];
  for (const line of lines) {
    const { name = "", value = "" } = /^(?<name>[A-Z-]+)(?:;[A-Z-]+=[^:;]+)*:(?<value>.*)$/u.exec(line)?.groups ?? {};
    expect(name, line).not.toBe("");
    if (line === "BEGIN:VEVENT") events.push({});
    const read = value.replace(/\\([\\;,n])/g, (_, escaped: string) => (escaped === "n" ? "\n" : escaped));
    const event = events.at(-1);
    if (event) event[name] ??= read;
  }
  return events.map(({ UID: uid, SUMMARY: title, DESCRIPTION: note = "" }) => ({ uid, title, note }));
}

describe("a calendar file", () => {
  it("says to whoever reads it by the standard what somebody has typed, but for what no file can carry", () => {
    const events = Object.entries(hostile).map(([name, text]) => ({
      ...event,
      uid: `${name}@ki-pegel`,
      title: text,
      note: `${text}\r\n${text}`,
    }));
    expect(eventsIn(toCalendar(events, stamp))).toEqual(
      events.map(({ uid, title, note }) => ({ uid, title: carriableText(title), note: carriableText(note) })),
    );
  });

  it("names days as the standard counts them: the end is the day after the last", () => {
    const text = toCalendar([event], stamp);
    expect(text).toContain("DTSTART;VALUE=DATE:20270101\r\nDTEND;VALUE=DATE:20270401\r\n");
    expect(text).toContain("DTSTAMP:20261121T120000Z\r\n");
  });
  it("escapes what has a meaning of its own", () => {
    expect(toCalendar([event], stamp)).toContain("SUMMARY:Leitlinie\\; Regeln\\, Teil 1\r\nDESCRIPTION:erste\\nZeile\r\n");
  });
  it("keeps nobody busy", () => {
    expect(toCalendar([event, event], stamp).match(/^TRANSP:TRANSPARENT\r$/gmu)).toHaveLength(2);
  });
  it("folds long lines at 75 bytes, never inside a character", () => {
    const lines = toCalendar([{ ...event, title: "Ü🚀".repeat(60) }], stamp).split("\r\n");
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(lines.join("\r\n").replaceAll("\r\n ", "")).toContain(`SUMMARY:${"Ü🚀".repeat(60)}`);
  });
  it("begins and ends as a calendar, also without events", () => {
    expect(toCalendar([], stamp)).toBe("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//KI-Pegel//Roadmap//DE\r\nEND:VCALENDAR\r\n");
  });
});
