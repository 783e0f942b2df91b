import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { data, useActionData, useLoaderData } from "@remix-run/react";
import { ErrorSummary, FieldNotes, RadioGroup } from "../forms/field";
import { textOf } from "../forms/text-of";
import { pageTitle, useLocale } from "../components/layout/locale";
import { MappeFrame } from "../components/mappe/mappe-frame";
import { RingFigureTable, RingMembers, RingRuleText, membersTitle } from "../components/mappe/ring-tables";
import { RingProposal } from "../components/mappe/ring-proposal";
import { RingOpenData } from "../components/mappe/ring-open-data";
import { openDataLimits, openDataOfferSchema } from "../core/ring/open-data";
import type { Content } from "../core/content";
import { mostRingMembers, ringRules, ringRuleSchema, sameSetting, type RingSetting } from "../core/ring/ring";
import { tracks, trackSchema } from "../core/vocabulary";
import type { RingView } from "../http/access/ring-access";
import { mappeHead, mappeMembers, memberNames } from "../http/mappe/mappe-page";
import { editableMappe, localeFor, openMappe, ownMappe, readForm, refusal } from "../http/request";
import { ringContext, ringPage } from "../http/mappe/ring-page";
import type { Messages } from "../i18n";

export const meta = pageTitle<{ mappe: { name: string } }>(({ messages }, { mappe }) => `${messages.ring.title}: ${mappe.name}`);

export async function loader(args: LoaderFunctionArgs) {
  const mappe = await openMappe(args);
  const locale = localeFor(args.request);
  const view = await mappe.ring(ringContext(args.context));
  const known = new Set(view?.members.map(({ id }) => id));
  const isBegun = (view?.members ?? []).some(({ state }) => state === "joined");
  const members = await mappeMembers(mappe, args.context);
  const names = memberNames(members, locale);
  const notIn = members.filter(({ id, isWaiting }) => !isWaiting && !known.has(id));
  // Whoever answers another questionnaire has no value to bring.
  const others = notIn.filter(({ track }) => track === view?.setting.track);
  return {
    mappe: await mappeHead(mappe),
    maySet: mappe.own !== null && !isBegun,
    isBegun,
    rules: view ? otherRules(view, args.context.content) : [],
    mayInvite: mappe.edit !== null,
    isOwner: mappe.own !== null,
    ring: view && ringPage(view, locale, args.context),
    ofOtherTrack: notIn.length - others.length,
    others: others
      .map((member) => ({ id: member.id, name: names.get(member.id) ?? "" }))
      .sort((a, b) => locale.collator.compare(a.name, b.name)),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { messages, href } = localeFor(args.request);
  const { ring, mappe } = messages;
  const { content } = args.context;
  const { id } = await openMappe(args);
  const form = await readForm(args.request);
  const refused = (errors: Record<string, string>) =>
    data({ errors, typed: { rule: textOf(form, "rule"), track: textOf(form, "track") }, offer: null }, { status: 422 });
  const intent = textOf(form, "intent");
  if (intent === "set") {
    const { own } = await ownMappe(args);
    const [rule, track] = [ringRuleSchema.safeParse(textOf(form, "rule")), trackSchema.safeParse(textOf(form, "track"))];
    if (!rule.success || !track.success)
      return refused({ ...(!rule.success && { rule: ring.ruleMissing }), ...(!track.success && { track: mappe.add.trackMissing }) });
    const { modelVersion } = content.questionnaires[track.data];
    if (!(await own.setRing({ rule: rule.data, track: track.data, modelVersion }))) return refused({ rule: ring.setTooLate });
  } else if (intent === "keep-rule") {
    const { own, ring: read } = await ownMappe(args);
    const view = await read(ringContext(args.context));
    if (view) await own.setRing(view.setting);
  } else if (intent === "invite") {
    const { edit } = await editableMappe(args);
    const ids = form.getAll("invite").filter((one) => typeof one === "string");
    if (ids.length === 0) return refused({ invite: ring.inviteMissing });
    if (!(await edit.inviteToRing(ids, content))) return refused({ invite: ring.inviteTooMany(mostRingMembers) });
  } else if (intent === "offer") {
    const { own } = await ownMappe(args);
    const typed = typedOffer(form);
    const offer = openDataOfferSchema.safeParse(typed);
    if (!offer.success) {
      const faults = offerFaults(messages);
      const errors = Object.fromEntries(offer.error.issues.map(({ path }) => [String(path[0]), faults[path[0] as keyof typeof faults]]));
      return data({ errors, typed: null, offer: typed }, { status: 422 });
    }
    await own.offerOpenData(offer.data);
  } else if (intent === "stop-offer") {
    const { own } = await ownMappe(args);
    await own.offerOpenData(null);
  } else throw refusal("bad-request");
  return redirect(href(`/mappen/${id}/ring`), { status: 303 });
}

/** What may be proposed to the members: rules that neither hold nor are proposed, of the questionnaire as it is now. */
function otherRules({ setting, proposal }: RingView, { questionnaires }: Content): RingSetting[] {
  const { track } = setting;
  return ringRules
    .map((rule) => ({ rule, track, modelVersion: questionnaires[track].modelVersion }))
    .filter((other) => !sameSetting(other, setting) && !(proposal && sameSetting(other, proposal.setting)));
}

const typedOffer = (form: FormData) => ({
  ...{ title: textOf(form, "title"), publisher: textOf(form, "publisher") },
  ...{ contact: textOf(form, "contact"), licence: textOf(form, "licence") },
});

const offerFaults = ({ openData }: Messages) => ({
  title: openData.datasetTitleFault(openDataLimits.title),
  publisher: openData.publisherFault(openDataLimits.publisher),
  contact: openData.contactFault,
  licence: openData.licenceFault,
});

export default function Ring() {
  const { mappe, maySet, isBegun, rules, mayInvite, isOwner, ring, others, ofOtherTrack } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const words = useLocale().messages.ring;
  const errors: Record<string, string> = refused?.errors ?? {};
  return (
    <MappeFrame mappe={mappe} current="ring" title={words.title}>
      <ErrorSummary errors={Object.entries(errors).map(([name, text]) => ({ name, text }))} />
      <p className="lead">{words.lead}</p>
      {ring === null && !maySet && <p>{words.none}</p>}
      {ring && (
        <div className="prose">
          <RingRuleText rule={ring.setting.rule} holds={ring.holds} />
        </div>
      )}
      {ring && (
        <>
          <h2>{membersTitle(ring.members, words)}</h2>
          <RingMembers members={ring.members} />
          {mayInvite && <Invite others={others} error={errors.invite} />}
          {mayInvite && ofOtherTrack > 0 && <p className="hint">{words.ofOtherTrack(ofOtherTrack)}</p>}
          <h2>{words.figuresTitle}</h2>
          <RingFigureTable figures={ring.figures} topics={ring.topics} published={ring.published} own={null} />
          {isBegun && (
            <RingProposal proposal={ring.proposal} joined={ring.joined} others={rules} error={errors.rule} mayPropose={isOwner} />
          )}
          <RingOpenData openData={ring.openData} joined={ring.joined} typed={refused?.offer ?? null} errors={errors} mayOffer={isOwner} />
        </>
      )}
      {maySet && <SetRule typed={refused?.typed ?? { rule: ring?.setting.rule ?? "", track: ring?.setting.track ?? "" }} errors={errors} />}
    </MappeFrame>
  );
}

function SetRule({ typed, errors }: { typed: { rule: string; track: string }; errors: Record<string, string> }) {
  const { ring, names } = useLocale().messages;
  return (
    <form method="post" className="form" noValidate>
      <h2>{ring.setTitle}</h2>
      <p>{ring.setText}</p>
      <input type="hidden" name="intent" value="set" />
      <RadioGroup
        name="rule"
        label={ring.rule}
        value={typed.rule}
        error={errors.rule}
        options={ringRules.map((rule) => ({ value: rule, label: ring.rules[rule], hint: ring.ruleTexts[rule] }))}
      />
      <RadioGroup
        name="track"
        label={ring.track}
        value={typed.track}
        error={errors.track}
        options={tracks.map((track) => ({ value: track, label: names.tracks[track] }))}
      />
      <p className="form-actions">
        <button className="button">{ring.setSubmit}</button>
      </p>
    </form>
  );
}

function Invite({ others, error }: { others: { id: string; name: string }[]; error: string | undefined }) {
  const { ring } = useLocale().messages;
  if (others.length === 0) return <p className="hint">{ring.inviteNobody}</p>;
  return (
    <form method="post" className="form" noValidate>
      <h3>{ring.inviteTitle}</h3>
      <p>{ring.inviteText(mostRingMembers)}</p>
      <input type="hidden" name="intent" value="invite" />
      <fieldset className={error ? "field field-wrong" : "field"} id="invite" aria-describedby={error ? "invite.error" : undefined}>
        <legend>{ring.inviteWhom}</legend>
        <FieldNotes name="invite" error={error} />
        {others.map(({ id, name }) => (
          <label className="choice" key={id}>
            <input type="checkbox" name="invite" value={id} autoComplete="off" /> <span>{name}</span>
          </label>
        ))}
      </fieldset>
      <p className="form-actions">
        <button className="button">{ring.inviteSubmit}</button>
      </p>
    </form>
  );
}
