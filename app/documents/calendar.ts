import { carriableText } from "../core/assessment/text";
import { daysAfter } from "../core/day";

export type CalendarEvent = {
  uid: string;
  title: string;
  note: string;
  /** ISO dates; the end is the last day. */ start: string;
  end: string;
};

/** Whole-day events as iCalendar (RFC 5545). @param stamp when it was made. */
export function toCalendar(events: CalendarEvent[], stamp: Date): string {
  const time = stamp.toISOString().replace(/[-:]|\.\d{3}/g, "");
  const lines = events.flatMap(({ uid, title, note, start, end }) => [
    "BEGIN:VEVENT",
    `UID:${uid}`,
    `DTSTAMP:${time}`,
    `DTSTART;VALUE=DATE:${start.replaceAll("-", "")}`,
    // The standard's end is the day after the last one.
    `DTEND;VALUE=DATE:${daysAfter(end, 1).replaceAll("-", "")}`,
    `SUMMARY:${escape(title)}`,
    ...(note ? [`DESCRIPTION:${escape(note)}`] : []),
    // A step that runs for a quarter leaves everybody's days free.
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ]);
  return ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//KI-Pegel//Roadmap//DE", ...lines, "END:VCALENDAR", ""].map(fold).join("\r\n");
}

function escape(text: string): string {
  return carriableText(text)
    .replace(/[\\;,]/g, (character) => `\\${character}`)
    .replace(/\n/g, "\\n");
}

/** No line may be longer than 75 bytes; a longer one goes on after a line break and a space. */
function fold(line: string): string {
  const parts: string[] = [];
  let [part, bytes] = ["", 0];
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (bytes + size > 74) {
      parts.push(part);
      [part, bytes] = ["", 0];
    }
    part += character;
    bytes += size;
  }
  return [...parts, part].join("\r\n ");
}
