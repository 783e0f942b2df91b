import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { data, useActionData, useLoaderData } from "@remix-run/react";
import { CopyLink } from "../components/layout/copy-link";
import { pageTitle, useLocale } from "../components/layout/locale";
import { modelOf } from "../core/content";
import { chooseItems, mostParticipants, stageTag, type ItemChoice } from "../core/workshop/workshop";
import { readWorkshop } from "../forms/team/workshop-fields";
import { WorkshopForm } from "../forms/team/workshop-form";
import { textOf } from "../forms/text-of";
import { editable, localeFor, readForm, refusal } from "../http/request";

export const meta = pageTitle(({ messages }) => messages.workshop.title);

async function pageOf(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const assessment = await editable(args);
  const [team, workshop] = [await assessment.people(), await assessment.workshop()];
  const questionnaire = modelOf(args.context.content, assessment);
  const itemsOf = (choice: ItemChoice) => chooseItems(choice, assessment, team, questionnaire);
  return { assessment, workshop, questionnaire, itemsOf, locale: localeFor(args.request) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { assessment, workshop, questionnaire, itemsOf, locale } = await pageOf(args);
  const { messages, language, date } = locale;
  const { open: words, current } = messages.workshop;
  const topics = assessment.depth === "quick" ? [] : questionnaire.dimensions;
  const several = (["all", "spread", "open"] as const).map((choice) => ({ value: choice, label: words[choice], items: itemsOf(choice) }));
  const single = topics.map(({ id }) => ({
    value: id,
    label: (count: number) => words.topic(questionnaire.text[language].dimensions[id]?.name ?? id, count),
    items: itemsOf({ dimension: id }),
  }));
  const choices = [...several, ...single].flatMap(({ value, label, items }) =>
    items.length > 0 ? [{ value, label: label(items.length) }] : [],
  );
  return {
    id: assessment.id,
    mayOpen: assessment.keys !== null,
    choices,
    fields: { which: "all", most: String(mostParticipants), until: args.context.today },
    workshop: workshop && {
      ...{ id: workshop.id, isOver: workshop.isOver, tag: stageTag(workshop) },
      facts: current.facts(workshop.items.length, workshop.mostPeople, date(workshop.until)),
    },
  };
}

/** Opens a workshop, lets somebody else moderate it, or ends it. */
export async function action(args: ActionFunctionArgs) {
  const { assessment, workshop, itemsOf, locale } = await pageOf(args);
  const { href, messages } = locale;
  const form = await readForm(args.request);
  const intent = textOf(form, "intent");
  const here = () => redirect(href(`/assessments/${assessment.id}/team/workshop`), { status: 303 });
  if (intent === "open") {
    const read = readWorkshop(form, itemsOf, messages.workshop, args.context.today);
    if ("errors" in read) return data({ ...read, moderator: null }, { status: 422 });
    if (!(await assessment.openWorkshop(read.wish))) throw refusal("no-access");
    return here();
  }
  if (!workshop || (intent !== "moderator" && intent !== "end")) throw refusal("bad-request");
  if (intent === "moderator") {
    const key = await assessment.inviteModerator(workshop.id);
    if (key === null) throw refusal("no-access");
    return data({ errors: {}, fields: null, moderator: `${args.context.origin}${href(`/answer/${key}`)}` });
  }
  const room = await args.context.visitor.room(workshop.id);
  await room?.move("end", stageTag(workshop));
  return here();
}

export default function AssessmentWorkshop() {
  const { id, mayOpen, choices, fields, workshop } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { messages, href } = useLocale();
  const { workshop: words, team } = messages;
  const { current } = words;
  const isOpen = workshop !== null && !workshop.isOver;
  return (
    <div className="page prose">
      <p className="kicker">
        <a href={href(`/assessments/${id}/team`)}>{team.title}</a>
      </p>
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      {sent?.moderator && (
        <section className="alert alert-success" aria-labelledby="moderator">
          <h2 id="moderator">{current.shownTitle}</h2>
          <p>{current.shownText}</p>
          <CopyLink label={current.shownTitle} url={sent.moderator} />
        </section>
      )}
      {workshop && isOpen && (
        <>
          <h2>{current.title}</h2>
          <p>{workshop.facts}</p>
          <p>{current.roomText}</p>
          <p className="form-actions">
            <a className="button" href={href(`/workshops/${workshop.id}`)}>
              {current.room}
            </a>
          </p>
          <h2>{current.moderator}</h2>
          <form method="post">
            <p>{current.moderatorText}</p>
            <p className="form-actions">
              <button className="button button-secondary" name="intent" value="moderator">
                {current.moderatorSubmit}
              </button>
            </p>
          </form>
          <h2>{current.end}</h2>
          <form method="post">
            <p>{current.endText}</p>
            <p className="form-actions">
              <button className="button button-secondary" name="intent" value="end">
                {current.end}
              </button>
            </p>
          </form>
        </>
      )}
      {workshop?.isOver && (
        <p>
          {current.over} <a href={href(`/workshops/${workshop.id}`)}>{current.summary}</a>
        </p>
      )}
      {!isOpen && mayOpen && (
        <>
          <h2>{workshop ? words.open.again : words.open.title}</h2>
          {workshop && <p>{words.open.replaces}</p>}
          <WorkshopForm choices={choices} fields={sent?.fields ?? fields} errors={sent?.errors ?? {}} />
        </>
      )}
    </div>
  );
}
