import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { pageTitle, useLocale } from "../components/layout/locale";
import { savesForm } from "../components/layout/saved-form-page";
import { modelOf } from "../core/content";
import { valueUnder } from "../core/entry-of";
import { WeightsForm } from "../forms/weights/weights-form";
import { editable, localeFor } from "../http/request";
import { savedFormProps } from "../http/assessment/saved-forms";
import { submitSavedForm } from "../http/assessment/submit-form";

export const handle = savesForm;
export const meta = pageTitle(({ messages }) => messages.report.weights.title);

export async function loader(args: LoaderFunctionArgs) {
  const assessment = await editable(args);
  const locale = localeFor(args.request);
  const { dimensions, text } = modelOf(args.context.content, assessment);
  const names = text[locale.language].dimensions;
  return {
    id: assessment.id,
    ...(await savedFormProps("weights", assessment, locale, args.context)),
    topics: dimensions.map(({ id }) => ({ id, name: valueUnder(names, id).name })),
  };
}

export const action = (args: ActionFunctionArgs) => submitSavedForm(args, "weights", "/report/topics");

export default function WeightsPage() {
  const { id, topics, state, saveUrl } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { messages, href } = useLocale();
  const { weights } = messages.report;
  return (
    <div className="page prose">
      <p className="kicker">
        <a href={href(`/assessments/${id}/report/topics`)}>{messages.result.parts.topics}</a>
      </p>
      <h1>{weights.title}</h1>
      <p className="lead">{weights.lead}</p>
      <WeightsForm topics={topics} state={refused?.state ?? state} saveUrl={saveUrl} />
    </div>
  );
}
