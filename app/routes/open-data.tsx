import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pageTitle, useLocale } from "../components/layout/locale";
import { RingFigureTable } from "../components/mappe/ring-tables";
import { dimensionIds } from "../core/vocabulary";
import { localeFor } from "../http/request";

export const meta = pageTitle(({ messages }) => messages.openData.title);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { messages, date, language } = localeFor(request);
  const datasets = await context.openData.list();
  return {
    datasets: datasets.map(({ id, offer, setting, figures, publishedOn }) => {
      const texts = context.content.questionnaires[setting.track].text[language].dimensions;
      return {
        ...{ id, offer, figures },
        description: messages.openData.description(messages.names.tracks[setting.track], setting.modelVersion),
        published: messages.ring.figuresOn(date(publishedOn)),
        topics: dimensionIds.map((dimension) => texts[dimension]?.short ?? dimension),
      };
    }),
  };
}

export default function OpenData() {
  const { datasets } = useLoaderData<typeof loader>();
  const { messages } = useLocale();
  const words = messages.openData;
  return (
    <div className="page">
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      {datasets.length === 0 && <p>{words.none}</p>}
      {datasets.map(({ id, offer, description, figures, published, topics }) => (
        <section key={id} id={id} aria-labelledby={`title-${id}`}>
          <h2 id={`title-${id}`}>{offer.title}</h2>
          <div className="prose">
            <p>
              {words.publishedBy(offer.publisher)} {words.underLicence(words.licences[offer.licence])} {words.questionsTo}{" "}
              <a href={`mailto:${offer.contact}`}>{offer.contact}</a>
            </p>
            <p>{description}</p>
          </div>
          <RingFigureTable figures={figures} topics={topics} published={published} own={null} />
          <p>
            <a href={`/open-data/${id}/figures.csv`}>{words.csv}</a>
          </p>
        </section>
      ))}
      <p>
        <a href="/open-data/catalogue.jsonld">{words.catalogue}</a>
      </p>
    </div>
  );
}
