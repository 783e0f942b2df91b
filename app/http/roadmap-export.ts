import type { LoaderFunctionArgs } from "@remix-run/node";
import { roadmapView } from "../views/roadmap-view";
import { readable, localeFor } from "./request";
import { roadmapOf } from "./roadmap-of";
import { attachment } from "../documents/file-name";

/** The roadmap with the state people have noted, for the files that are made of it. */
export async function roadmapToExport(args: LoaderFunctionArgs) {
  const assessment = await readable(args);
  const locale = localeFor(args.request);
  const { content } = args.context;
  const view = roadmapView(await roadmapOf(assessment, args.context), assessment.track, content, locale);
  return { assessment, locale, view };
}

export function download(text: string, type: string, name: string): Response {
  return new Response(text, {
    headers: {
      "Content-Type": `${type}; charset=utf-8`,
      "Content-Disposition": attachment(name),
      "Cache-Control": "no-store",
    },
  });
}
