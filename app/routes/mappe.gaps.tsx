import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pageTitle, useLocale } from "../components/layout/locale";
import { AddOrganisations } from "../components/mappe/add-organisations";
import { MappeFrame } from "../components/mappe/mappe-frame";
import { DataTable } from "../components/report/data-table";
import { modelOf } from "../core/content";
import { byQuestionnaire } from "../core/mappe/by-questionnaire";
import { commonGaps, commonMeasures } from "../core/mappe/common-gaps";
import { mappeHead, mappeMembers, sharedRows } from "../http/mappe/mappe-page";
import { localeFor, openMappe } from "../http/request";
import { questionnaireName } from "../views/questionnaire-name";

export const meta = pageTitle<{ mappe: { name: string } }>(({ messages }, { mappe }) => `${messages.mappe.gaps.title}: ${mappe.name}`);

/** As many as one reads at a time; the rest is a click away. */
const first = 12;

export async function loader(args: LoaderFunctionArgs) {
  const mappe = await openMappe(args);
  const { messages, language, translate } = localeFor(args.request);
  const { content } = args.context;
  const rows = sharedRows(await mappeMembers(mappe, args.context));
  const isAll = new URL(args.request.url).searchParams.has("all");
  const [gaps, measures] = [commonGaps(rows, content), commonMeasures(rows, content)];
  const { of } = messages.mappe.gaps;
  const isMixed = byQuestionnaire(gaps).length > 1;
  return {
    mappe: await mappeHead(mappe),
    count: rows.filter(({ summary }) => summary.answered > 0).length,
    hasMore: !isAll && (gaps.length > first || measures.length > first),
    gaps: gaps.slice(0, isAll ? undefined : first).map(({ track, modelVersion, dimension, item, low, open, applicable }) => {
      const text = modelOf(content, { track, modelVersion }).text[language];
      const asked = isMixed ? ` (${questionnaireName({ track, modelVersion }, gaps, messages.names.trackGroups)})` : "";
      return {
        key: `${track} ${modelVersion} ${item}`,
        question: `${text.items[item]?.question ?? item}${asked}`,
        topic: text.dimensions[dimension]?.short ?? dimension,
        low: of(low, applicable),
        open: String(open),
      };
    }),
    measures: measures.slice(0, isAll ? undefined : first).map(({ initiative, lifts, onlyOpen, of: all }) => ({
      id: initiative.id,
      title: translate(initiative.title),
      lifts: of(lifts, all),
      onlyOpen: String(onlyOpen),
    })),
  };
}

export default function Gaps() {
  const { mappe, count, gaps, measures, hasMore } = useLoaderData<typeof loader>();
  const { messages, href } = useLocale();
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
          <section>
            <h2 id="measures">{words.measuresTitle}</h2>
            <p>{words.measuresLead}</p>
            <DataTable
              label={words.measuresTitle}
              columns={[words.measure, words.lifts, words.onlyOpen]}
              numbers={[1, 2]}
              rows={measures.map(({ id, title, lifts, onlyOpen }) => ({
                key: id,
                cells: [<a href={href(`/initiatives/${id}`)}>{title}</a>, lifts, onlyOpen],
              }))}
            />
          </section>
          <section>
            <h2 id="gaps">{words.gapsTitle}</h2>
            <p>{words.gapsLead}</p>
            <DataTable
              label={words.gapsTitle}
              columns={[words.question, words.topic, words.low, words.open]}
              numbers={[2, 3]}
              rows={gaps.map(({ key, question, topic, low, open }) => ({ key, cells: [question, topic, low, open] }))}
            />
          </section>
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
