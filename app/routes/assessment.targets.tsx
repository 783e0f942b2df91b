import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { pageTitle, useLocale } from "../components/layout/locale";
import { savesForm } from "../components/layout/saved-form-page";
import { TargetsForm } from "../forms/targets/targets-form";
import { viewOf } from "../http/assessment/report-of";
import { editable, localeFor } from "../http/request";
import { savedFormProps } from "../http/assessment/saved-forms";
import { submitSavedForm } from "../http/assessment/submit-form";

export const handle = savesForm;
export const meta = pageTitle(({ messages }) => messages.rounds.targets.title);

export async function loader(args: LoaderFunctionArgs) {
  const assessment = await editable(args);
  const locale = localeFor(args.request);
  const { topics, history, quick } = await viewOf(assessment, new Map(), args.context, locale);
  const { targets } = locale.messages.rounds;
  return {
    id: assessment.id,
    ...(await savedFormProps("targets", assessment, locale, args.context)),
    topics: topics.map(({ id, name, score, interval }) => {
      const target = history.targets.find((one) => one.id === id);
      const standing = target ? [target.standing, target.plan].filter(Boolean).join(", ") : null;
      return { id, name, today: targets.today(quick ? "–" : /\d/.test(score) ? score : interval), standing };
    }),
  };
}

export const action = (args: ActionFunctionArgs) => submitSavedForm(args, "targets", "/report/history");

export default function TargetsPage() {
  const { id, topics, state, saveUrl } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { messages, href } = useLocale();
  const { targets, link } = messages.rounds;
  return (
    <div className="page prose">
      <p className="kicker">
        <a href={href(`/assessments/${id}/rounds`)}>{link}</a>
      </p>
      <h1>{targets.title}</h1>
      <p className="lead">{targets.lead}</p>
      <TargetsForm topics={topics} state={refused?.state ?? state} saveUrl={saveUrl} />
    </div>
  );
}
