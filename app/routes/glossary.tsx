import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pageTitle } from "../components/layout/locale";
import { localeFor } from "../http/request";

export const meta = pageTitle<{ title: string }>((_speech, { title }) => title);
export const loader = ({ request, context }: LoaderFunctionArgs) => context.pages[localeFor(request).language].glossary;

export default function Glossary() {
  const { title, lead, entries } = useLoaderData<typeof loader>();
  return (
    <div className="page prose">
      <h1>{title}</h1>
      <p className="lead">{lead}</p>
      <dl className="glossary">
        {entries.map(({ term, meaning }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
