import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ProsePage } from "../components/layout/prose-page";
import { pageTitle, useLocale } from "../components/layout/locale";
import { tracks } from "../core/vocabulary";
import type { Prose } from "../content/read-pages";
import { localeFor } from "../http/request";

export const meta = pageTitle<Prose>((_speech, { title }) => title);
export const loader = ({ request, context }: LoaderFunctionArgs): Prose => context.pages[localeFor(request).language].method;

export default function Method() {
  const { messages, href } = useLocale();
  return (
    <ProsePage prose={useLoaderData<typeof loader>()}>
      <section>
        <h2>{messages.method.questionnaires}</h2>
        <ul>
          {tracks.map((track) => (
            <li key={track}>
              <a href={href(`/method/${track}`)}>{messages.method.questionnaire(messages.names.tracks[track])}</a>
            </li>
          ))}
        </ul>
      </section>
    </ProsePage>
  );
}
