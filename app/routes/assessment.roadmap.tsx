import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { data, useActionData, useLoaderData } from "@remix-run/react";
import { ErrorSummary } from "../forms/field";
import { readRoadmapFields, readStep, toRoadmapFields, toRoadmapSettings } from "../forms/plan/plan-fields";
import { textOf } from "../forms/text-of";
import { pageTitle, useLocale } from "../components/layout/locale";
import { RoadmapForm } from "../components/report/roadmap-form";
import { RoadmapResult } from "../components/report/roadmap-result";
import { RoadmapSteps } from "../components/report/roadmap-steps";
import { roadmapView } from "../views/roadmap-view";
import { editable, readable, readForm, refusal, localeFor } from "../http/request";
import { roadmapOf } from "../http/roadmap-of";

export const meta = pageTitle(({ messages }) => messages.roadmap.title);

export async function loader(args: LoaderFunctionArgs) {
  const assessment = await readable(args);
  const { content } = args.context;
  const locale = localeFor(args.request);
  const roadmap = await roadmapOf(assessment, args.context);
  const view = roadmapView(roadmap, assessment.track, content, locale);
  const choices = content.initiatives
    .filter(({ tracks }) => tracks.includes(assessment.track))
    .map(({ id, title }) => ({ id, title: locale.translate(title) }))
    .sort((a, b) => locale.collator.compare(a.title, b.title));
  return {
    id: assessment.id,
    mayEdit: assessment.may === "edit",
    fields: toRoadmapFields(roadmap.settings),
    choices,
    view,
    saved: new URL(args.request.url).searchParams.has("saved"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const assessment = await editable(args);
  const { href } = localeFor(args.request);
  const form = await readForm(args.request);
  const initiatives = args.context.content.initiatives.filter(({ tracks }) => tracks.includes(assessment.track)).map(({ id }) => id);
  const page = href(`/assessments/${assessment.id}/roadmap`);
  const intent = textOf(form, "intent");

  if (intent === "plan") {
    const fields = readRoadmapFields(form, initiatives);
    const result = toRoadmapSettings(fields);
    if ("wrong" in result) return data({ fields, wrong: result.wrong, wrongSteps: false }, { status: 422 });
    await assessment.saveRoadmapSettings(result.settings);
    return redirect(`${page}#result`, { status: 303 });
  }
  if (intent === "steps") {
    const sent = initiatives.filter((id) => form.has(`${id}.status`)).map((id) => ({ id, step: readStep(form, id) }));
    if (sent.some(({ step }) => step === null)) return data({ fields: null, wrong: [], wrongSteps: true }, { status: 422 });
    for (const { id, step } of sent) if (step) await assessment.saveRoadmapStep(id, step);
    return redirect(`${page}?saved#progress`, { status: 303 });
  }
  throw refusal("bad-request");
}

export default function RoadmapPage() {
  const { id, mayEdit, fields, choices, view, saved } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { messages, href } = useLocale();
  const { roadmap } = messages;
  const errors = refused?.wrongSteps
    ? [{ name: "progress", text: roadmap.stepErrors }]
    : (refused?.wrong ?? []).map((name) => ({ name, text: roadmap.errors[name] }));
  return (
    <div className="page">
      <p className="kicker">
        <a href={href(`/assessments/${id}/report`)}>{roadmap.back}</a>
      </p>
      <h1>{roadmap.title}</h1>
      <p className="lead">{roadmap.lead}</p>
      <ErrorSummary title={messages.errors.summaryTitle} errors={errors} />
      {mayEdit ? (
        <>
          {view.suggested && <p>{roadmap.unset}</p>}
          <RoadmapForm fields={refused?.fields ?? fields} wrong={refused?.wrong ?? []} choices={choices} />
        </>
      ) : (
        <p>{roadmap.readOnly}</p>
      )}
      <RoadmapResult view={view} />
      {view.steps.length > 0 && <RoadmapSteps steps={view.steps} mayEdit={mayEdit} saved={saved && !refused} />}
      {view.planned && view.planned.chosen.length > 0 && (
        <p className="form-actions">
          <a className="button button-secondary" href={href(`/assessments/${id}/roadmap.ics`)} download>
            {roadmap.calendar}
          </a>
          <a className="button button-secondary" href={href(`/assessments/${id}/roadmap.csv`)} download>
            {roadmap.csv}
          </a>
        </p>
      )}
    </div>
  );
}
