import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ProsePage } from "../components/layout/prose-page";
import { pageTitle, useSpeech } from "../components/layout/speech";
import { tracks } from "../core/vocabulary";
import type { Prose } from "../server/read-pages";
import { speechOf } from "../server/request";

export const meta = pageTitle<Prose>((_speech, { title }) => title);
export const loader = ({ request, context }: LoaderFunctionArgs): Prose => context.pages[speechOf(request).language].method;

export default function Method() {
  const { words, href } = useSpeech();
  return (
    <ProsePage prose={useLoaderData<typeof loader>()}>
      <section>
        <h2>{words.method.questionnaires}</h2>
        <ul>
          {tracks.map((track) => (
            <li key={track}>
              <a href={href(`/method/${track}`)}>{words.method.questionnaire(words.names.tracks[track])}</a>
            </li>
          ))}
        </ul>
      </section>
    </ProsePage>
  );
}
