import { attachment } from "./file-name";

/** A file to download, indented so that people can read it too. */
export function downloadJson(value: unknown, name: string): Response {
  return new Response(`${JSON.stringify(value, null, 2)}\n`, {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": attachment(name),
      "Cache-Control": "no-store",
    },
  });
}
