import { asksForName, type OpenDataOffer } from "../../core/ring/open-data";
import type { RingSetting } from "../../core/ring/ring";
import { languages } from "../../core/vocabulary";
import { localeOf, type Locale } from "../../i18n/index";

type Dataset = { id: string; offer: OpenDataOffer; setting: RingSetting; publishedOn: string };

const context = {
  adms: "http://www.w3.org/ns/adms#",
  dcat: "http://www.w3.org/ns/dcat#",
  dcatap: "http://data.europa.eu/r5r/",
  dcatde: "http://dcat-ap.de/def/dcatde/",
  dct: "http://purl.org/dc/terms/",
  foaf: "http://xmlns.com/foaf/0.1/",
  vcard: "http://www.w3.org/2006/vcard/ns#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
};

const authority = "http://publications.europa.eu/resource/authority";
const at = (id: string) => ({ "@id": id });
const onDay = (day: string) => ({ "@type": "xsd:date", "@value": day });
const agent = (name: string) => ({ "@type": "foaf:Agent", "foaf:name": name });
const inBoth = (text: (locale: Locale) => string) =>
  languages.map((language) => ({ "@language": language, "@value": text(localeOf(language)) }));
const spoken = { "dct:language": [at(`${authority}/language/DEU`), at(`${authority}/language/ENG`)] };
const available = { "dcatap:availability": at(`${authority}/planned-availability/AVAILABLE`) };

/**
 * The open data of an installation as a catalogue that data portals collect: DCAT-AP.de 3.0 (GovData, 2024) as JSON-LD. Fields that
 * it demands: title, description and publisher of catalogue and data sets, name of publishers, address and licence of files.
 * @param origin under which the installation is reached. @param operator who runs it.
 */
export function dcatCatalogue(datasets: Dataset[], { origin, operator }: { origin: string; operator: string }): object {
  return {
    "@context": context,
    "@id": `${origin}/open-data/catalogue.jsonld`,
    "@type": "dcat:Catalog",
    "dct:title": inBoth(({ messages }) => messages.openData.catalogueTitle),
    "dct:description": inBoth(({ messages }) => messages.openData.catalogueText),
    "dct:publisher": agent(operator),
    "foaf:homepage": at(`${origin}/open-data`),
    "dcat:themeTaxonomy": at(`${authority}/data-theme`),
    ...spoken,
    "dcat:dataset": datasets.map((dataset) => datasetOf(dataset, origin)),
  };
}

function datasetOf({ id, offer, setting, publishedOn }: Dataset, origin: string) {
  const file = `${origin}/open-data/${id}/figures.csv`;
  return {
    "@id": `${origin}/open-data#${id}`,
    "@type": "dcat:Dataset",
    "dct:title": offer.title,
    "dct:description": inBoth(({ messages }) => messages.openData.description(messages.names.tracks[setting.track], setting.modelVersion)),
    "dct:publisher": agent(offer.publisher),
    "dcat:contactPoint": { "@type": "vcard:Kind", "vcard:fn": offer.publisher, "vcard:hasEmail": at(`mailto:${offer.contact}`) },
    "dct:identifier": id,
    "dct:modified": onDay(publishedOn),
    "dcat:keyword": languages.flatMap((language) =>
      localeOf(language).messages.openData.keywords.map((word) => ({ "@language": language, "@value": word })),
    ),
    "dcat:theme": [at(`${authority}/data-theme/GOVE`), at(`${authority}/data-theme/TECH`)],
    "dcat:landingPage": at(`${origin}/open-data`),
    "dct:accessRights": at(`${authority}/access-right/PUBLIC`),
    "dct:accrualPeriodicity": at(`${authority}/frequency/IRREG`),
    ...spoken,
    ...available,
    "dcat:distribution": {
      "@id": file,
      "@type": "dcat:Distribution",
      "dcat:accessURL": at(file),
      "dcat:downloadURL": at(file),
      "dct:title": inBoth(({ messages }) => messages.openData.fileTitle),
      "dct:license": at(`http://dcat-ap.de/def/licenses/${offer.licence}`),
      ...(asksForName(offer.licence) && { "dcatde:licenseAttributionByText": offer.publisher }),
      "dct:format": at(`${authority}/file-type/CSV`),
      "dcat:mediaType": at("https://www.iana.org/assignments/media-types/text/csv"),
      "dct:modified": onDay(publishedOn),
      "adms:status": at(`${authority}/distribution-status/COMPLETED`),
      ...available,
    },
  };
}
