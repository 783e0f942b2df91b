import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Select, TextInput, type Option } from "../forms/field";
import { pageTitle, useLocale } from "../components/layout/locale";
import { AddOrganisations } from "../components/mappe/add-organisations";
import { HeatLegend, HeatTable } from "../components/mappe/heat-table";
import { MappeFrame } from "../components/mappe/mappe-frame";
import { isComparable } from "../core/mappe/compare";
import { filterPortfolio, roundOf, sortKeys, sortPortfolio } from "../core/mappe/portfolio";
import { progressStates } from "../core/mappe/progress-state";
import { dimensionIds, laender, sectors, sizeClasses, tracks } from "../core/vocabulary";
import { mappeHead, mappeMembers, memberNames, sharedRows } from "../http/mappe/mappe-page";
import { localeFor, openMappe } from "../http/request";
import { portfolioLine, portfolioOverview, topicNames } from "../views/portfolio";
import { columnGroups, readPortfolioSearch, searchForPage, type PortfolioSearch } from "../views/portfolio-search";

export const meta = pageTitle<{ mappe: { name: string } }>((_locale, { mappe }) => mappe.name);

/** Rows of one page. */
const perPage = 100;

export async function loader(args: LoaderFunctionArgs) {
  const mappe = await openMappe(args);
  const locale = localeFor(args.request);
  const { searchParams } = new URL(args.request.url);
  const members = await mappeMembers(mappe, args.context);
  const rows = sharedRows(members);
  const names = memberNames(members, locale);
  const nameOf = ({ id }: { id: string }) => names.get(id) ?? "";
  const search = readPortfolioSearch(searchParams);
  const found = filterPortfolio(rows, search.filter, nameOf);
  const sorted = sortPortfolio(found, search.sort, (a, b) => locale.collator.compare(nameOf(a), nameOf(b)));
  const first = Math.min(search.page - 1, Math.max(0, Math.ceil(sorted.length / perPage) - 1)) * perPage;
  const shown = sorted.slice(first, first + perPage);
  const { content } = args.context;
  const topics = topicNames(found, content, locale);
  const page = first / perPage + 1;
  return {
    mappe: await mappeHead(mappe),
    all: rows.length,
    unshared: members.length - rows.length,
    found: found.length,
    search,
    topics: dimensionIds.map((id) => topics[id]?.short ?? id),
    rounds: [...new Set(rows.map(({ summary }) => roundOf(summary)))].sort((a, b) => a - b),
    overview: portfolioOverview(found, content, locale),
    isMixed: !isComparable(found),
    lines: shown.map((row) => portfolioLine(row, nameOf(row), locale)),
    turn: {
      from: first + 1,
      to: first + shown.length,
      previous: first > 0 ? searchForPage(searchParams, page - 1) : null,
      next: first + perPage < sorted.length ? searchForPage(searchParams, page + 1) : null,
    },
  };
}

export default function Overview() {
  const { mappe, all, unshared, found, search, topics, rounds, overview, isMixed, lines, turn } = useLoaderData<typeof loader>();
  const { messages, href } = useLocale();
  const words = messages.mappe.overview;
  const more = unshared > 0 && (
    <p>
      {words.unshared(unshared)} <a href={href(`/mappen/${mappe.id}/members`)}>{words.unsharedLink}</a>
    </p>
  );
  if (all === 0)
    return (
      <MappeFrame mappe={mappe} current="overview" title={mappe.name}>
        <p className="lead">{words.empty}</p>
        {more}
        {mappe.role !== "viewer" && <p>{words.emptyHint}</p>}
        <AddOrganisations mappe={mappe} />
      </MappeFrame>
    );
  return (
    <MappeFrame mappe={mappe} current="overview" title={found === 0 ? words.titleNoneFound : overview.title}>
      {overview.lead && <p className="lead">{overview.lead}</p>}
      {found > 0 && (
        <ul className="mappe-progress">
          {overview.progress.map(({ state, text }) => (
            <li key={state}>{text}</li>
          ))}
        </ul>
      )}
      <AddOrganisations mappe={mappe} />
      <Filters mappeId={mappe.id} search={search} topics={topics} rounds={rounds} />
      <p role="status">
        {words.count(found, all)} · <span className="hint">{words.noRanking}</span>
      </p>
      {isMixed && <p>{words.mixed}</p>}
      {found > 0 && (
        <form method="get" action={href(`/mappen/${mappe.id}/compare`)}>
          <HeatTable lines={lines} medians={overview.medians} topics={topics} columns={search.columns} />
          <HeatLegend />
          <Turn turn={turn} found={found} />
          <p className="form-actions no-print">
            <button className="button">{words.compare}</button>
            <button className="button button-secondary" formAction={href(`/mappen/${mappe.id}/documents`)}>
              {words.documents}
            </button>
          </p>
        </form>
      )}
      {more}
    </MappeFrame>
  );
}

type TurnProps = { turn: { from: number; to: number; previous: string | null; next: string | null }; found: number };

function Turn({ turn: { from, to, previous, next }, found }: TurnProps) {
  const { overview } = useLocale().messages.mappe;
  if (!previous && !next) return null;
  return (
    <p>
      {previous && (
        <a href={previous} rel="prev">
          ← {overview.previous}
        </a>
      )}{" "}
      {overview.page(from, to, found)}{" "}
      {next && (
        <a href={next} rel="next">
          {overview.next} →
        </a>
      )}
    </p>
  );
}

type FiltersProps = { mappeId: string; search: PortfolioSearch; topics: string[]; rounds: number[] };

function Filters({ mappeId, search, topics, rounds }: FiltersProps) {
  const { messages, href, collator } = useLocale();
  const { names, mappe } = messages;
  const { overview, states } = mappe;
  const options = <Value extends string>(values: readonly Value[], labels: Record<Value, string>): Option[] =>
    values.map((value) => ({ value, label: labels[value] }));
  const byLabel = (a: Option, b: Option) => collator.compare(a.label, b.label);
  const stages = [
    ...names.stages.map((name, stage) => ({ value: String(stage), label: `${stage} ${name}` })),
    { value: "none", label: overview.noStage },
  ];
  const sortLabels = new Map<string, string>([
    ...Object.entries(overview.sorts),
    ...dimensionIds.map((id, index) => [id, topics[index] ?? id] as const),
  ]);
  const { filter, sort, columns } = search;
  const isActive = Object.values(filter).some(Boolean) || sort.key !== "due" || sort.isDescending || columns.length < columnGroups.length;
  return (
    <details className="filter-fold" open={isActive || undefined}>
      <summary>{overview.filters}</summary>
      <form method="get" className="filters" role="search">
        <TextInput name="search" type="search" label={overview.search} value={filter.search} />
        <Select name="track" label={overview.track} value={filter.track} empty={overview.all} options={options(tracks, names.tracks)} />
        <Select
          name="land"
          label={overview.land}
          value={filter.land}
          empty={overview.all}
          options={options(laender, names.laender).sort(byLabel)}
        />
        <Select
          name="sizeClass"
          label={overview.size}
          value={filter.sizeClass}
          empty={overview.all}
          options={options([...sizeClasses.municipality, ...sizeClasses.sme], names.sizeClasses)}
        />
        <Select
          name="sector"
          label={overview.sector}
          value={filter.sector}
          empty={overview.all}
          options={options(sectors, names.sectors).sort(byLabel)}
        />
        <Select name="stage" label={overview.stage} value={filter.stage} empty={overview.all} options={stages} />
        <Select name="state" label={overview.state} value={filter.state} empty={overview.all} options={options(progressStates, states)} />
        <Select
          name="round"
          label={overview.round}
          value={filter.round}
          empty={overview.all}
          options={rounds.map((round) => ({ value: String(round), label: String(round) }))}
        />
        <TextInput name="dueBy" type="date" label={overview.dueBy} value={filter.dueBy} />
        <Select
          name="sort"
          label={overview.sort}
          value={sort.key}
          options={sortKeys.map((key) => ({ value: key, label: sortLabels.get(key) ?? key }))}
        />
        <Select
          name="order"
          label={overview.order}
          value={sort.isDescending ? "down" : "up"}
          options={[
            { value: "up", label: overview.ascending },
            { value: "down", label: overview.descending },
          ]}
        />
        <fieldset className="field filter-columns">
          <legend>{overview.columns}</legend>
          <input type="hidden" name="columns" value="" />
          {columnGroups.map((group) => (
            <label className="choice" key={group}>
              <input type="checkbox" name="columns" value={group} defaultChecked={columns.includes(group)} autoComplete="off" />
              <span>{overview.columnNames[group]}</span>
            </label>
          ))}
        </fieldset>
        <p className="form-actions">
          <button className="button button-secondary">{overview.apply}</button>
          <a href={href(`/mappen/${mappeId}`)}>{overview.reset}</a>
        </p>
      </form>
    </details>
  );
}
