import type { LoaderFunctionArgs } from "@remix-run/node";
import { dcatCatalogue } from "../documents/open-data/dcat-catalogue";
import { fileRoute } from "../http/file-route";
import { localeFor } from "../http/request";

/** What portals for open data collect. */
export const loader = fileRoute(async ({ request, context }: LoaderFunctionArgs) => {
  const { environment, origin } = context;
  const operator = environment.OPERATOR_NAME ?? localeFor(request).messages.operator.missing;
  const catalogue = dcatCatalogue(await context.openData.list(), { origin, operator });
  return new Response(JSON.stringify(catalogue, null, 2), {
    headers: { "Content-Type": "application/ld+json; charset=utf-8", "Cache-Control": "no-store" },
  });
});
