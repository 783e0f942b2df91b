import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { data, useActionData, useLoaderData } from "@remix-run/react";
import { Checkbox, ErrorSummary, FieldNotes } from "../forms/field";
import { textOf } from "../forms/text-of";
import { pageTitle, useLocale } from "../components/layout/locale";
import { NamedValues, RingFigureTable, RingMembers, RingRuleText, membersTitle } from "../components/mappe/ring-tables";
import { OwnRingProposal, ProposedRule } from "../components/mappe/ring-proposal";
import { OwnOpenData } from "../components/mappe/ring-open-data";
import { openDataOfferSchema } from "../core/ring/open-data";
import { ringSettingSchema } from "../core/ring/ring";
import { editable, localeFor, readForm, refusal } from "../http/request";
import { ringContext, ringPage } from "../http/mappe/ring-page";

export const meta = pageTitle<{ name: string }>(({ messages }, { name }) => messages.ring.ownTitle(name));

/** The ring, for whoever holds the assessment's own link. */
async function invited(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const { id, organisation, memberships } = await editable(args);
  if (!memberships) throw refusal("read-only");
  const mappeId = args.params.mappe ?? "";
  const mappe = (await memberships.mappen()).find((one) => one.mappeId === mappeId && !one.isWaiting);
  const view = mappe ? await memberships.ringIn(mappeId, ringContext(args.context)) : null;
  if (!mappe || !view) throw refusal("not-found");
  return { id, organisation, memberships, mappe, view };
}

export async function loader(args: LoaderFunctionArgs) {
  const { id, organisation, mappe, view } = await invited(args);
  const locale = localeFor(args.request);
  return {
    id,
    name: mappe.name,
    hasName: organisation.name !== undefined,
    state: view.state,
    agrees: view.agrees,
    agreesToRule: view.agreesToRule,
    own: view.own,
    named: view.named?.toSorted((a, b) => locale.collator.compare(a.name, b.name)) ?? null,
    ring: ringPage(view, locale, args.context),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { id, memberships, mappe } = await invited(args);
  const { messages, href } = localeFor(args.request);
  const { ring, openData } = messages;
  const form = await readForm(args.request);
  const intent = textOf(form, "intent");
  if (intent === "leave") {
    await memberships.leaveRing(mappe.mappeId);
    return redirect(href(`/assessments/${id}/mappen`), { status: 303 });
  }
  const back = () => redirect(href(`/assessments/${id}/ring/${mappe.mappeId}`), { status: 303 });
  if (intent === "withdraw-open-data") {
    await memberships.withdrawOpenData(mappe.mappeId);
    return back();
  }
  if (intent === "agree-open-data") {
    const shown = openDataOfferSchema.safeParse(
      Object.fromEntries(Object.keys(openDataOfferSchema.shape).map((name) => [name, textOf(form, name)])),
    );
    const isDone = shown.success && (await memberships.agreeToOpenData(mappe.mappeId, shown.data));
    return isDone ? back() : data({ ...noError, openDataError: openData.changed }, { status: 409 });
  }
  if (intent === "withdraw-rule") {
    await memberships.withdrawRule(mappe.mappeId);
    return back();
  }
  const seen = ringSettingSchema.safeParse({
    rule: textOf(form, "rule"),
    track: textOf(form, "track"),
    modelVersion: textOf(form, "modelVersion"),
  });
  if (intent === "agree-rule") {
    const isDone = seen.success && (await memberships.agreeToRule(mappe.mappeId, seen.data));
    return isDone ? back() : data({ ...noError, proposalError: ring.proposalChanged }, { status: 409 });
  }
  if (intent !== "join") throw refusal("bad-request");
  if (textOf(form, "consent") !== "on") return data({ ...noError, error: ring.consentMissing }, { status: 422 });
  if (!seen.success) throw refusal("bad-request");
  if (!(await memberships.joinRing(mappe.mappeId, seen.data))) return data({ ...noError, error: ring.changed }, { status: 409 });
  return back();
}

const noError: Record<"error" | "openDataError" | "proposalError", string | null> = {
  error: null,
  openDataError: null,
  proposalError: null,
};

export default function OwnRing() {
  const { id, name, state, agrees, agreesToRule, own, named, ring } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { messages, href } = useLocale();
  const words = messages.ring;
  const isIn = state === "joined";
  return (
    <div className="page">
      <p className="kicker">
        <a href={href(`/assessments/${id}`)}>{messages.mappe.ofAssessment.back}</a>
      </p>
      <h1>{words.ownTitle(name)}</h1>
      <p className="lead">{isIn ? words.ownJoined : words.ownInvited}</p>
      {isIn && own === null && <p className="alert alert-warning">{words.ownNothing}</p>}
      <div className="prose">
        <RingRuleText rule={ring.setting.rule} holds={ring.holds} />
      </div>
      {ring.proposal && isIn && (
        <OwnRingProposal proposal={ring.proposal} joined={ring.joined} agrees={agreesToRule} error={refused?.proposalError ?? undefined} />
      )}
      {ring.proposal && !isIn && (
        <>
          <h2>{words.proposedTitle}</h2>
          <ProposedRule proposal={ring.proposal} joined={ring.joined} />
          <p className="prose">{words.proposedInvited}</p>
        </>
      )}
      <h2>{membersTitle(ring.members, words)}</h2>
      <RingMembers members={ring.members} />
      {isIn ? (
        <>
          <h2>{words.figuresTitle}</h2>
          <RingFigureTable figures={ring.figures} topics={ring.topics} published={ring.published} own={own} />
          {named && <NamedValues named={named} topics={ring.topics} />}
          {ring.openData && (
            <OwnOpenData openData={ring.openData} joined={ring.joined} agrees={agrees} error={refused?.openDataError ?? undefined} />
          )}
          <h2>{words.leave}</h2>
          <form method="post" className="form">
            <p>{words.leaveText}</p>
            <button className="button button-danger" name="intent" value="leave">
              {words.leave}
            </button>
          </form>
        </>
      ) : (
        <Join />
      )}
    </div>
  );
}

function Join() {
  const { id, hasName, ring } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { messages, href } = useLocale();
  const words = messages.ring;
  const { setting } = ring;
  const refuse = (
    <button className="button button-danger" name="intent" value="leave">
      {words.refuse}
    </button>
  );
  if (!hasName)
    return (
      <form method="post" className="form">
        <p className="alert alert-warning">
          {words.nameNeeded} <a href={href(`/assessments/${id}/profile`)}>{words.nameLink}</a>
        </p>
        {refuse}
      </form>
    );
  return (
    <form method="post" className="form" noValidate>
      <ErrorSummary errors={refused?.error ? [{ name: "consent", text: refused.error }] : []} />
      <input type="hidden" name="rule" value={setting.rule} />
      <input type="hidden" name="track" value={setting.track} />
      <input type="hidden" name="modelVersion" value={setting.modelVersion} />
      <div className={refused?.error ? "field field-wrong" : "field"}>
        <FieldNotes name="consent" error={refused?.error} />
        <Checkbox name="consent" label={words.consent} />
      </div>
      <p className="form-actions">
        <button className="button" name="intent" value="join">
          {words.join}
        </button>
        {refuse}
      </p>
    </form>
  );
}
