import type { LoaderFunctionArgs } from "@remix-run/node";
import { attachment } from "../documents/file-name";
import { ringFiguresCsv } from "../documents/open-data/ring-figures-table";
import { fileRoute } from "../http/file-route";
import { refusal } from "../http/request";

/** The figures of one ring, as long as all of its members agree. */
export const loader = fileRoute(async ({ params, context }: LoaderFunctionArgs) => {
  const dataset = (await context.openData.list()).find(({ id }) => id === params.dataset);
  if (!dataset) throw refusal("not-found");
  return new Response(ringFiguresCsv(dataset), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": attachment(`ki-pegel-ring-${dataset.publishedOn}.csv`),
      "Cache-Control": "no-store",
    },
  });
});
