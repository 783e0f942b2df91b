import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pageTitle, useLocale } from "../components/layout/locale";
import { TurnPages } from "../components/layout/turn-pages";
import { modelOf } from "../core/content";
import { askedItems } from "../core/questionnaire/questionnaire";
import { editable, localeFor, refusal } from "../http/request";
import { changesView } from "../views/changes";
import { personName } from "../views/team";

export const meta = pageTitle<{ question: { number: number } | null }>(({ messages }, { question }) =>
  question ? messages.changes.titleOf(question.number) : messages.changes.title,
);

/** Changes of a page. */
const perPage = 100;

export async function loader(args: LoaderFunctionArgs) {
  const assessment = await editable(args);
  const { searchParams } = new URL(args.request.url);
  const locale = localeFor(args.request);
  const { content, environment } = args.context;
  const { dimensions, text } = modelOf(content, assessment);
  const items = dimensions.flatMap((dimension) => askedItems(dimension, "full").map(({ id }) => ({ id, dimension: dimension.id })));
  const asked = searchParams.get("question");
  const number = items.findIndex(({ id }) => id === asked) + 1;
  const item = items[number - 1] ?? null;
  if (asked !== null && item === null) throw refusal("not-found");
  const count = await assessment.history.count(item?.id ?? null);
  const pages = Math.max(1, Math.ceil(count / perPage));
  const page = Math.min(pages, Math.max(1, Number(/^\d{1,4}$/.exec(searchParams.get("page") ?? "")?.[0] ?? 1)));
  const changes = await assessment.history.list({ of: item?.id ?? null, offset: (page - 1) * perPage, limit: perPage });
  const { people } = await assessment.people();
  const team = new Map(people.map((person) => [person.id, personName(person, locale)]));
  const question = item && { ...item, number, title: text[locale.language].items[item.id]?.question ?? item.id };
  return {
    ...{ id: assessment.id, count, page, pages, question },
    days: changesView(changes, assessment, team, content, locale, environment.TIME_ZONE),
  };
}

export default function Changes() {
  const { id, count, page, pages, question, days } = useLoaderData<typeof loader>();
  const { messages, href } = useLocale();
  const { changes, report } = messages;
  return (
    <div className="page prose">
      <p className="kicker">
        <a href={href(`/assessments/${id}`)}>{report.back}</a>
      </p>
      <h1>{question ? changes.titleOf(question.number) : changes.title}</h1>
      {question && <p className="lead">{question.title}</p>}
      <p>{changes.lead}</p>
      {question && (
        <p>
          <a href={href(`/assessments/${id}/${question.dimension}#${question.id}`)}>{changes.toQuestion}</a>
          {" · "}
          <a href={href(`/assessments/${id}/changes`)}>{changes.all}</a>
        </p>
      )}
      <p className="hint">{count === 0 ? changes.none : changes.count(count)}</p>
      {days.map(({ day, entries }) => (
        <section key={day}>
          <h2>{day}</h2>
          <ul className="changes">
            {entries.map(({ time, by, text }, index) => (
              <li key={index}>
                <span className="change-time">{time}</span>
                <span>
                  {text} <span className="hint">{by}</span>
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <TurnPages
        page={page}
        pages={pages}
        label={changes.pages}
        at={(to) => `?${String(new URLSearchParams({ ...(question && { question: question.id }), page: String(to) }))}`}
      />
    </div>
  );
}
