import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pageTitle, useLocale } from "../components/layout/locale";
import { DataTable } from "../components/report/data-table";
import { assess } from "../core/assess";
import { samplesInReport } from "../core/certainty/sensitivity";
import { drawsInReport } from "../core/certainty/simulate";
import { readReportOptions, writeReportOptions } from "../views/report-options";
import { reportView } from "../views/report-view";
import { readable, localeFor } from "../http/request";

export const meta = pageTitle(({ messages }) => messages.uncertainty.title);

export async function loader(args: LoaderFunctionArgs) {
  const assessment = await readable(args);
  const { content, simulation, now } = args.context;
  const locale = localeFor(args.request);
  const { messages, score, percent } = locale;
  const options = readReportOptions(new URL(args.request.url).searchParams);
  const report = assess(assessment, content, now.toISOString().slice(0, 10), options.weights);
  const [chance, causes] = await Promise.all([
    simulation.simulate(assessment, content, drawsInReport, options.weights),
    simulation.sobol(assessment, content, samplesInReport, options.weights),
  ]);
  const view = reportView({ report, simulation: chance }, content, locale);
  const band = (values: { median: number; low: number; high: number } | undefined | null) =>
    values ? { median: score(values.median), range: `${score(values.low)}–${score(values.high)}` } : null;
  const share = ({ value, low, high }: { value: number; low: number; high: number }) =>
    `${percent(clamp(value))} (${percent(clamp(low))}–${percent(clamp(high))})`;
  const open = report.dimensions.reduce((sum, { applicable, answered }) => sum + applicable - answered, 0);
  return {
    id: assessment.id,
    search: writeReportOptions(options),
    weights: view.weights,
    overall: band(chance.overall),
    secured: view.summary.securedShare,
    borderline: view.summary.borderline,
    dimensions: view.dimensions.map(({ id, name, score: value }) => ({
      id,
      name,
      value,
      band: band(chance.dimensions.find((one) => one.id === id)),
    })),
    stability: view.initiatives
      .map(({ id, title }) => ({ id, title, share: chance.stability.find((one) => one.id === id)?.share ?? 0 }))
      .filter((one) => one.share > 0)
      .sort((a, b) => b.share - a.share)
      .slice(0, 10)
      .map((one) => ({ ...one, share: percent(one.share) })),
    finding:
      causes &&
      (causes.finding === "open-answers"
        ? messages.uncertainty.causes["open-answers"](open)
        : messages.uncertainty.causes[causes.finding]()),
    groups:
      causes?.groups.map((group) => ({
        name: messages.uncertainty.groups[group.group],
        first: share(group.first),
        total: share(group.total),
      })) ?? [],
    seed: messages.uncertainty.seed(chance.seed, locale.count(chance.draws)),
  };
}

/** Estimates of an index may fall a little outside what the index itself can be. */
const clamp = (value: number) => Math.min(1, Math.max(0, value));

export default function Certainty() {
  const { id, search, weights, overall, secured, borderline, dimensions, stability, finding, groups, seed } =
    useLoaderData<typeof loader>();
  const { messages, href } = useLocale();
  const { uncertainty, report } = messages;
  return (
    <div className="page prose">
      <p className="kicker">
        <a href={href(`/assessments/${id}/report`) + search}>{uncertainty.back}</a>
      </p>
      <h1>{uncertainty.title}</h1>
      <p className="lead">{uncertainty.lead}</p>
      {weights && <p className="alert alert-warning">{weights}</p>}
      {finding && (
        <section className="panel">
          <h2>{uncertainty.causesTitle}</h2>
          <p>{finding}</p>
        </section>
      )}
      <h2>{report.score}</h2>
      <p>
        {overall ? (
          <>
            <strong>{overall.range}</strong> {uncertainty.range}, {uncertainty.median}: {overall.median}
          </>
        ) : (
          report.noScore
        )}
      </p>
      <p>
        {borderline && <span className="badge badge-ended">{uncertainty.borderline}</span>} {secured ?? uncertainty.noStage}{" "}
        {borderline && uncertainty.borderlineText}
      </p>
      <DataTable
        label={uncertainty.dimensionsTitle}
        captioned
        columns={[report.dimension, report.value, uncertainty.median, uncertainty.range]}
        numbers={[1, 2, 3]}
        rows={dimensions.map(({ id: key, name, value, band }) => ({ key, cells: [name, value, band?.median ?? "–", band?.range ?? "–"] }))}
      />
      {stability.length > 0 && (
        <>
          <h2>{uncertainty.stabilityTitle}</h2>
          <p>{uncertainty.stabilityText}</p>
          <DataTable
            label={uncertainty.stabilityTitle}
            columns={[report.sections.initiatives, uncertainty.shareOfRuns]}
            numbers={[1]}
            rows={stability.map((one) => ({ key: one.id, cells: [<a href={href(`/initiatives/${one.id}`)}>{one.title}</a>, one.share] }))}
          />
        </>
      )}
      {groups.length > 0 && (
        <DataTable
          label={uncertainty.indices}
          captioned
          columns={[uncertainty.group, uncertainty.first, uncertainty.total]}
          numbers={[1, 2]}
          rows={groups.map(({ name, first, total }) => ({ key: name, cells: [name, first, total] }))}
        />
      )}
      <p className="hint">
        {seed}. {uncertainty.reproducible} <a href={href("/method")}>{messages.layout.method}</a>
      </p>
    </div>
  );
}
