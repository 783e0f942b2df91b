import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { pageTitle, useLocale } from "../components/layout/locale";
import { savesForm } from "../components/layout/saved-form-page";
import { askedFacts } from "../core/duties/find-duties";
import { FactsForm } from "../forms/facts/facts-form";
import { factsToCheck } from "../http/assessment/facts-to-check";
import { reportOf } from "../http/assessment/report-of";
import { savedFormProps, savedForms } from "../http/assessment/saved-forms";
import { submitForm } from "../http/assessment/submit-form";
import { editable, localeFor } from "../http/request";

export const handle = savesForm;
export const meta = pageTitle(({ messages }) => messages.result.duties.facts.title);

export async function loader(args: LoaderFunctionArgs) {
  const assessment = await editable(args);
  const locale = localeFor(args.request);
  const { report } = await reportOf(assessment, new Map(), args.context);
  const { translate, list, messages } = locale;
  return {
    id: assessment.id,
    ...(await savedFormProps("facts", assessment, locale, args.context)),
    fromRound: await factsToCheck(assessment),
    questions: askedFacts(report.duties, report.date).map(({ fact, ask, duties }) => ({
      id: fact,
      ask: translate(ask),
      duties: messages.result.duties.facts.decides(list(duties.map(({ title }) => messages.names.quoted(translate(title))))),
    })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const assessment = await editable(args);
  const locale = localeFor(args.request);
  const refused = await submitForm(args.request, savedForms.facts(assessment, locale, args.context));
  // Whoever sends the form has looked at it, also where nothing is to be changed.
  if (!refused && (await factsToCheck(assessment)) !== null) await assessment.checkFacts();
  return refused ?? redirect(locale.href(`/assessments/${assessment.id}/report/duties`), { status: 303 });
}

export default function FactsPage() {
  const { id, questions, state, saveUrl, fromRound } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { messages, href } = useLocale();
  const { parts, duties } = messages.result;
  return (
    <div className="page prose">
      <p className="kicker">
        <a href={href(`/assessments/${id}/report/duties`)}>{parts.duties}</a>
      </p>
      <h1>{duties.facts.title}</h1>
      <p className="lead">{questions.length > 0 ? duties.facts.lead : duties.facts.none}</p>
      {questions.length > 0 && fromRound !== null && <p>{duties.facts.fromRound(fromRound)}</p>}
      {questions.length > 0 && <FactsForm questions={questions} state={refused?.state ?? state} saveUrl={saveUrl} />}
    </div>
  );
}
