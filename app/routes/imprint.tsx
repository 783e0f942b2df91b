import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ProsePage } from "../components/layout/prose-page";
import { pageTitle } from "../components/layout/locale";
import { operatorProse } from "../http/operator-prose";
import type { Prose } from "../content/read-pages";

export const meta = pageTitle<Prose>((_speech, { title }) => title);
export const loader = (args: LoaderFunctionArgs): Prose => operatorProse("imprint", args);

export default function Imprint() {
  return <ProsePage prose={useLoaderData<typeof loader>()} />;
}
