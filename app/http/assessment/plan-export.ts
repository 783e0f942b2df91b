import type { LoaderFunctionArgs } from "@remix-run/node";
import { localeFor } from "../request";
import { readableRound } from "./round-of";
import { attachment } from "../../documents/file-name";
import { viewOf } from "./report-of";

/** The plan with the state people have noted, for the files that are made of it. */
export async function planToExport(args: LoaderFunctionArgs) {
  const { assessment, today } = await readableRound(args);
  const locale = localeFor(args.request);
  const { content, reports } = args.context;
  const view = await viewOf(assessment, new Map(), { content, reports, today }, locale);
  return { assessment, locale, plan: view.plan };
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
