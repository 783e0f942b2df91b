import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pageTitle, useLocale } from "../components/layout/locale";

export const meta = pageTitle(({ messages }) => messages.assessment.deletedTitle);
/** Of an assessment; or of somebody's part of one. */
export const loader = ({ request }: LoaderFunctionArgs) => ({ isPart: new URL(request.url).searchParams.has("part") });

export default function Deleted() {
  const { isPart } = useLoaderData<typeof loader>();
  const { messages, href } = useLocale();
  return (
    <div className="page prose">
      <h1>{messages.assessment.deletedTitle}</h1>
      <p className="lead">{isPart ? messages.team.part.erased : messages.assessment.deletedText}</p>
      <p>
        <a className="button" href={href("/")}>
          {messages.errors.toHome}
        </a>
      </p>
    </div>
  );
}
