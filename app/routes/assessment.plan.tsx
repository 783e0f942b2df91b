import { isNoted } from "../core/plan/settings";
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PlanForm } from "../forms/plan/plan-form";
import { typeNearest } from "../forms/plan/plan-parts";
import { textOf } from "../forms/text-of";
import { useLocale } from "../components/layout/locale";
import { savesForm } from "../components/layout/saved-form-page";
import { PlanOffer } from "../components/report/plan-offer";
import { PlanSheet } from "../components/report/plan-sheet";
import { PlanDetails, PlanResult } from "../components/report/plan-result";
import { partTitle, ReportPage } from "../components/report/report-page";
import { StepList } from "../components/report/step-list";
import { TargetList } from "../components/report/target-list";
import { reportPage } from "../http/assessment/report-page";
import { editable, readForm, localeFor, refusal } from "../http/request";
import { savedFormProps, savedForms } from "../http/assessment/saved-forms";
import { submitForm } from "../http/assessment/submit-form";
import { lackingPlan, takePlan } from "../http/assessment/take-plan";

export const handle = savesForm;
export const meta = partTitle("plan");

export async function loader(args: LoaderFunctionArgs) {
  const { frame, view } = await reportPage(args, { withFrontier: true });
  const locale = localeFor(args.request);
  const choices = args.context.content.initiatives
    .filter(({ tracks }) => tracks.includes(view.track))
    .map(({ id, title }) => ({ id, title: locale.translate(title) }))
    .sort((a, b) => locale.collator.compare(a.title, b.title));
  return {
    frame,
    form: frame.mayEdit ? await openForm(args) : null,
    choices,
    plan: view.plan,
    targets: view.targets,
    saved: savedIn(args.request),
  };
}

async function openForm(args: LoaderFunctionArgs) {
  const assessment = await editable(args);
  return savedFormProps("plan", assessment, localeFor(args.request), args.context);
}

const savedIn = (request: Request) => new URL(request.url).searchParams.get("saved");

export async function action(args: ActionFunctionArgs) {
  const assessment = await editable(args);
  const locale = localeFor(args.request);
  const form = await readForm(args.request);
  const plan = await savedForms.plan(assessment, locale, args.context);
  const lacking = textOf(form, "intent") === "nearest" ? await lackingPlan(assessment, args.context) : null;
  if (lacking) typeNearest(form, lacking);
  const refused = await submitForm(args.request, plan, form);
  const [saved, place] = textOf(form, "intent") === "steps" ? ["steps", "progress"] : ["plan", "result"];
  // Whoever asks for a plan means what comes out, also where it is what was suggested; and so does whoever notes how far it has come.
  const isTaken = saved === "steps" && (await assessment.plan()).kept !== null;
  if (!refused && !isTaken && !(await takePlan(assessment, args.context))) throw refusal("no-access");
  return refused ?? redirect(locale.href(`/assessments/${assessment.id}/plan?saved=${saved}#${place}`), { status: 303 });
}

export default function PlanPage() {
  const { frame, form, choices, plan, targets, saved } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { messages, href } = useLocale();
  const { roadmap, result } = messages;
  const savedNow = refused ? null : saved;
  const shown = plan.none ? null : (plan.planned ?? plan.nearest);
  const path = (end: string) => href(`/assessments/${frame.id}/${end}`);
  const offer = plan.offer && <PlanOffer offer={plan.offer} isForm={form !== null} />;
  const planned = <PlanResult plan={plan} saved={savedNow === "plan"} isForm={form !== null} />;
  const steps = plan.tracked.map(({ id, title, toAnswer }) => {
    const step = plan.planned?.steps.find((one) => one.id === id);
    const figures = step && [step.span, step.plannedCost, step.plannedDays, step.plannedRise, ...(step.isDuty ? [result.plan.duty] : [])];
    return { id, title, href: path(`report/initiatives/${id}`), figures: figures ? figures.join(" · ") : null, toAnswer };
  });
  // Whoever only reads has who and when in the plan above.
  const noted = plan.tracked.filter(isNoted);
  return (
    <ReportPage frame={frame} part="plan">
      {plan.suggested && <p>{result.plan.suggested}</p>}
      {(plan.none ?? plan.empty) && <p>{plan.none ?? plan.empty}</p>}
      {form ? (
        <>
          <PlanForm
            {...form}
            state={refused?.state ?? form.state}
            choices={choices}
            steps={steps}
            assessmentId={frame.id}
            frame={plan.setFrame}
            isImpossible={plan.impossible !== null}
            savedSteps={savedNow === "steps" ? `${roadmap.savedSteps} ${plan.states}` : null}
          >
            {offer}
            {planned}
          </PlanForm>
          {plan.tracked.length > 0 && (
            <div className="print-only">
              <PlanSheet plan={plan} />
            </div>
          )}
        </>
      ) : (
        <>
          <p>{roadmap.readOnly}</p>
          {offer}
          {planned}
          {noted.length > 0 && <StepList steps={noted} />}
        </>
      )}
      {plan.offices && <p className="hint">{plan.offices}</p>}
      <TargetList targets={targets} assessmentId={frame.id} search={frame.search} />
      {shown && <PlanDetails plan={shown} />}
      <p className="form-actions">
        <a className="button button-secondary" href={path("report/initiatives") + frame.search}>
          {messages.report.allSteps}
        </a>
        {plan.planned && plan.planned.steps.length > 0 && (
          <>
            <a className="button button-secondary" href={path("plan.ics") + frame.search} download>
              {roadmap.calendar}
            </a>
            <a className="button button-secondary" href={path("plan.csv") + frame.search} download>
              {roadmap.csv}
            </a>
          </>
        )}
      </p>
    </ReportPage>
  );
}
