import { describe, expect, it } from "vitest";
import { toCalendar } from "./calendar";

const stamp = new Date("2026-11-21T12:00:00.000Z");
const event = { uid: "a@ki-pegel", title: "Leitlinie; Regeln, Teil 1", note: "erste\nZeile", start: "2027-01-01", end: "2027-03-31" };

describe("a calendar file", () => {
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
