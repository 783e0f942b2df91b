import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pageTitle, useLocale } from "../components/layout/locale";
import type { Messages } from "../i18n";

type Gone = "assessment" | "part" | "workshop";

export const meta = pageTitle<{ gone: Gone }>(({ messages }, { gone }) => wordsOf(messages, gone).title);
/** What somebody had and has no more: an assessment, their part of one, or a workshop that they have moderated. */
export function loader({ request }: LoaderFunctionArgs): { gone: Gone } {
  const { searchParams } = new URL(request.url);
  return { gone: searchParams.has("part") ? "part" : searchParams.has("workshop") ? "workshop" : "assessment" };
}

export default function Deleted() {
  const { gone } = useLoaderData<typeof loader>();
  const { messages, href } = useLocale();
  const { title, text } = wordsOf(messages, gone);
  return (
    <div className="page prose">
      <h1>{title}</h1>
      <p className="lead">{text}</p>
      <p>
        <a className="button" href={href("/")}>
          {messages.errors.toHome}
        </a>
      </p>
    </div>
  );
}

function wordsOf({ assessment, team, workshop }: Messages, gone: Gone): { title: string; text: string } {
  if (gone === "part") return { title: team.part.erasedTitle, text: team.part.erased };
  if (gone === "workshop") return { title: workshop.room.endedTitle, text: workshop.room.ended };
  return { title: assessment.deletedTitle, text: assessment.deletedText };
}
