import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pageTitle, useLocale } from "../components/layout/locale";
import { AddOrganisations } from "../components/mappe/add-organisations";
import { MappeFrame } from "../components/mappe/mappe-frame";
import { DataTable } from "../components/report/data-table";
import { modelOf } from "../core/content";
import { byQuestionnaire } from "../core/mappe/by-questionnaire";
import { begun, commonGaps, commonMeasures } from "../core/mappe/common-gaps";
import { mappeHead, mappeMembers, sharedRows } from "../http/mappe/mappe-page";
import { localeFor, openMappe } from "../http/request";
import { questionnaireName } from "../views/questionnaire-name";

export const meta = pageTitle<{ mappe: { name: string } }>(({ messages }, { mappe }) => `${messages.mappe.gaps.title}: ${mappe.name}`);

/** As many as one reads at a time; the rest is a click away. */
const first = 12;

export async function loader(args: LoaderFunctionArgs) {
  const mappe = await openMappe(args);
  const { messages, language, translate } = localeFor(args.request);
  const { content, today } = args.context;
  const rows = sharedRows(await mappeMembers(mappe, args.context));
  const isAll = new URL(args.request.url).searchParams.has("all");
  const { of } = messages.mappe.gaps;
  const groups = byQuestionnaire(begun(rows));
  const shown = isAll ? undefined : first;
  const told = groups.map(({ rows: those, ...questionnaire }) => {
    const [gaps, measures] = [commonGaps(those, content), commonMeasures(those, content, today)];
    const { dimensions, items } = modelOf(content, questionnaire).text[language];
    return {
      name: groups.length > 1 ? questionnaireName(questionnaire, groups, messages.names.trackGroups) : null,
      hasMore: gaps.length > first || measures.length > first,
      gaps: gaps.slice(0, shown).map(({ dimension, item, low, open, applicable }) => ({
        key: item,
        question: items[item]?.question ?? item,
        topic: dimensions[dimension]?.short ?? dimension,
        low: of(low, applicable),
        open: String(open),
      })),
      measures: measures.slice(0, shown).map(({ initiative, lifts, onlyOpen, of: all }) => ({
        id: initiative.id,
        title: translate(initiative.title),
        lifts: of(lifts, all),
        onlyOpen: String(onlyOpen),
      })),
    };
  });
  return {
    mappe: await mappeHead(mappe),
    count: begun(rows).length,
    hasMore: !isAll && told.some(({ hasMore }) => hasMore),
    groups: told,
  };
}

/** Of each questionnaire by itself: who asks different things lacks different things. */
export default function Gaps() {
  const { mappe, count, groups, hasMore } = useLoaderData<typeof loader>();
  const { messages } = useLocale();
  const words = messages.mappe.gaps;
  return (
    <MappeFrame mappe={mappe} current="gaps" title={words.title}>
      {count === 0 ? (
        <>
          <p className="lead">{words.none}</p>
          <AddOrganisations mappe={mappe} />
        </>
      ) : (
        <>
          <p className="lead">{words.lead(count)}</p>
          {groups.map((group, index) => (
            <Group key={index} {...group} id={index === 0 ? "" : `-${index + 1}`} />
          ))}
          {hasMore && (
            <p>
              <a href="?all">{words.all}</a>
            </p>
          )}
        </>
      )}
    </MappeFrame>
  );
}

type GroupProps = ReturnType<typeof useLoaderData<typeof loader>>["groups"][number] & { id: string };

function Group({ name, gaps, measures, id }: GroupProps) {
  const { messages, href } = useLocale();
  const words = messages.mappe.gaps;
  const titleOf = (title: string) => (name === null ? title : words.titleOf(name, title));
  return (
    <>
      <section>
        <h2 id={`measures${id}`}>{titleOf(words.measuresTitle)}</h2>
        <p>{words.measuresLead}</p>
        <DataTable
          label={titleOf(words.measuresTitle)}
          columns={[words.measure, words.lifts, words.onlyOpen]}
          numbers={[1, 2]}
          rows={measures.map((measure) => ({
            key: measure.id,
            cells: [<a href={href(`/initiatives/${measure.id}`)}>{measure.title}</a>, measure.lifts, measure.onlyOpen],
          }))}
        />
      </section>
      <section>
        <h2 id={`gaps${id}`}>{titleOf(words.gapsTitle)}</h2>
        <p>{words.gapsLead}</p>
        <DataTable
          label={titleOf(words.gapsTitle)}
          columns={[words.question, words.topic, words.low, words.open]}
          numbers={[2, 3]}
          rows={gaps.map(({ key, question, topic, low, open }) => ({ key, cells: [question, topic, low, open] }))}
        />
      </section>
    </>
  );
}
