import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ProsePage } from "../components/layout/prose-page";
import { pageTitle } from "../components/layout/locale";
import type { Prose } from "../content/read-pages";
import { localeFor } from "../http/request";

export const meta = pageTitle<Prose>((_speech, { title }) => title);

export function loader({ request, context }: LoaderFunctionArgs): Prose {
  return context.pages[localeFor(request).language]["coding-rules"];
}

export default function CodingRules() {
  return <ProsePage prose={useLoaderData<typeof loader>()} />;
}
