import type { ReactNode } from "react";
import { choiceField, stepField } from "../../core/plan/plan-fields";
import { stepLimits, stepStatuses } from "../../core/plan/settings";
import { useLocale } from "../../components/layout/locale";
import { AnswerAnew, type Tracked } from "./answer-anew";
import { Checkbox, Select, TextInput } from "../field";
import { SavedForm, SaveState } from "../saved-form";
import type { FormState } from "../submit-parts";

type Titled = { id: string; title: string };
/** A step with where it leads and what the plan says of it; of one that the plan no longer has, nothing. */
export type FormStep = Titled & { href: string; figures: string | null } & Pick<Tracked, "toAnswer">;
type Props = {
  state: FormState;
  saveUrl: string;
  /** Initiatives that can be put in or left out, and those whose state is noted. */
  choices: Titled[];
  steps: FormStep[];
  /** The limits in a line. */
  frame: string;
  /** Whether the limits are what somebody has to look at first. */
  isImpossible: boolean;
  /** What has just been saved of the steps; null where nothing was. */
  savedSteps: string | null;
  assessmentId: string;
  /** What the limits lead to; it stands between them and the steps. */
  children: ReactNode;
};

/** More steps than these nobody follows at once. */
const rowsAtOnce = 10;

/** How many quarters can be chosen: besides the usual numbers the one that is set, which a file, a program or a suggestion may have brought. */
const horizonsWith = (set = ""): number[] =>
  [...new Set([2, 3, 4, 6, 8, 12, 16, ...(/^\d+$/.test(set) ? [Number(set)] : [])])].sort((one, other) => one - other);

/** Whether something is said at a field of a step. */
const isTold = ({ errors, conflicts }: FormState, id: string) =>
  (["status", "owner", "due", "note"] as const).map((field) => stepField(id, field)).some((name) => errors[name] ?? conflicts[name]);

/** The whole plan is one form: its limits, and the state of its steps. */
export function PlanForm({ state, saveUrl, choices, steps, frame, isImpossible, assessmentId, savedSteps, children }: Props) {
  const { roadmap } = useLocale().messages;
  const rest = steps.slice(rowsAtOnce);
  const columns = [roadmap.status, roadmap.due, roadmap.owner, roadmap.note];
  return (
    // Without what the page's own address says has just been saved, and where it stands.
    <SavedForm action="?" state={state} saveUrl={saveUrl} titles={Object.fromEntries(steps.map(({ id, title }) => [id, title]))}>
      <Limits choices={choices} state={state} frame={frame} isOpen={isImpossible} />
      {children}
      {steps.length > 0 && (
        <section className="no-print" aria-labelledby="progress">
          <h2 id="progress">{roadmap.progress}</h2>
          {savedSteps && (
            <p className="alert alert-success" role="status">
              {savedSteps}
            </p>
          )}
          <div className="plan-columns hint" aria-hidden="true">
            {["", ...columns].map((column) => (
              <span key={column}>{column}</span>
            ))}
          </div>
          {steps.slice(0, rowsAtOnce).map((step) => (
            <StepFields key={step.id} {...step} assessmentId={assessmentId} />
          ))}
          {rest.length > 0 && (
            <details open={rest.some(({ id }) => isTold(state, id)) || undefined}>
              <summary>{roadmap.moreSteps(rest.length)}</summary>
              {rest.map((step) => (
                <StepFields key={step.id} {...step} assessmentId={assessmentId} />
              ))}
            </details>
          )}
        </section>
      )}
      <div className="form-actions">
        {steps.length > 0 && (
          <button className="button" name="intent" value="steps">
            {roadmap.saveSteps}
          </button>
        )}
        <SaveState />
      </div>
    </SavedForm>
  );
}

/** Money, time, horizon, and what must or must not be in. */
function Limits({ choices, state, frame, isOpen }: Pick<Props, "choices" | "state" | "frame"> & { isOpen: boolean }) {
  const { roadmap } = useLocale().messages;
  const isWrong = ["budgetEuro", "personDaysPerQuarter", "quarters"].some((name) => state.errors[name] ?? state.conflicts[name]);
  const anyChosen = choices.some(({ id }) => state.typed[choiceField(id)]);
  return (
    <details className="panel plan-limits no-print" open={isOpen || isWrong || undefined}>
      <summary>
        {frame} <span className="plan-change">{roadmap.settings}</span>
      </summary>
      <div className="roadmap-limits">
        <TextInput name="budgetEuro" label={roadmap.budget} hint={roadmap.budgetHint} />
        <TextInput name="personDaysPerQuarter" label={roadmap.capacity} hint={roadmap.capacityHint} />
        <Select
          name="quarters"
          label={roadmap.quarters}
          options={horizonsWith(state.typed.quarters).map((count) => ({ value: String(count), label: roadmap.quartersOf(count) }))}
        />
      </div>
      <Checkbox name="forceDuties" label={roadmap.forceDuties} />
      <Checkbox name="cautious" label={roadmap.cautious} />
      <details open={anyChosen || undefined}>
        <summary>{roadmap.choices}</summary>
        <div className="roadmap-choices">
          {choices.map(({ id, title }) => (
            <Select
              key={id}
              name={choiceField(id)}
              label={title}
              empty={roadmap.choiceFree}
              options={[
                { value: "pinned", label: roadmap.choicePinned },
                { value: "excluded", label: roadmap.choiceExcluded },
              ]}
            />
          ))}
        </div>
      </details>
      <p className="form-actions">
        <button className="button" name="intent" value="plan">
          {roadmap.submit}
        </button>
      </p>
    </details>
  );
}

/** How far one initiative has come: state, until when, who, note. */
function StepFields({ id, title, href, figures, toAnswer, assessmentId }: FormStep & { assessmentId: string }) {
  const { roadmap } = useLocale().messages;
  return (
    <div role="group" className="plan-step" aria-labelledby={`${id}.title`} data-title={title}>
      <div>
        <a href={href} id={`${id}.title`}>
          {title}
        </a>
        {figures && <p className="hint">{figures}</p>}
        <AnswerAnew toAnswer={toAnswer} assessmentId={assessmentId} />
      </div>
      <Select
        name={stepField(id, "status")}
        label={roadmap.status}
        options={stepStatuses.map((one) => ({ value: one, label: roadmap.statuses[one] }))}
      />
      <TextInput name={stepField(id, "due")} type="date" label={roadmap.due} />
      <TextInput name={stepField(id, "owner")} label={roadmap.owner} limit={stepLimits.owner} />
      <TextInput name={stepField(id, "note")} label={roadmap.note} limit={stepLimits.note} />
    </div>
  );
}
