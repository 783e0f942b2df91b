import { describe, expect, it } from "vitest";
import { openLicences } from "../../core/ring/open-data";
import { dcatCatalogue } from "./dcat-catalogue";

/**
 * What the official SHACL shapes of DCAT-AP.de 3.0 (GovData, releases/3.0/shacl) and those of DCAT-AP 3.0.0 that they build on report
 * as a violation, for the classes that occur here, as read on 27 November 2026; for a third of them, most of `dcat:Dataset`, what the
 * specification says. Without `max`, as often as one likes. `in`: with what the address of a value begins, where a vocabulary is
 * prescribed.
 */
type Rule = { min?: 1; max?: 1; of: "literal" | "node" | "foaf:Agent" | "vcard:Kind" | "dcat:Dataset" | "dcat:Distribution"; in?: string };
const authority = "http://publications.europa.eu/resource/authority";
const rules: Record<string, Record<string, Rule>> = {
  "dcat:Catalog": {
    ...{ "dct:title": { min: 1, of: "literal" }, "dct:description": { min: 1, of: "literal" } },
    "dct:publisher": { min: 1, max: 1, of: "foaf:Agent" },
    "foaf:homepage": { max: 1, of: "node" },
    "dcat:themeTaxonomy": { of: "node" },
    "dct:language": { of: "node", in: `${authority}/language/` },
    "dcat:dataset": { of: "dcat:Dataset" },
  },
  "dcat:Dataset": {
    ...{ "dct:title": { min: 1, of: "literal" }, "dct:description": { min: 1, of: "literal" } },
    "dct:publisher": { min: 1, max: 1, of: "foaf:Agent" },
    "dcat:contactPoint": { of: "vcard:Kind" },
    ...{ "dct:identifier": { of: "literal" }, "dcat:keyword": { of: "literal" }, "dct:modified": { max: 1, of: "literal" } },
    "dcat:theme": { of: "node", in: `${authority}/data-theme/` },
    "dcat:landingPage": { of: "node" },
    "dct:accessRights": { max: 1, of: "node", in: `${authority}/access-right/` },
    "dct:accrualPeriodicity": { max: 1, of: "node", in: `${authority}/frequency/` },
    "dct:language": { of: "node", in: `${authority}/language/` },
    "dcatap:availability": { max: 1, of: "node", in: `${authority}/planned-availability/` },
    "dcat:distribution": { of: "dcat:Distribution" },
  },
  "dcat:Distribution": {
    "dcat:accessURL": { min: 1, of: "node" },
    "dcat:downloadURL": { of: "node" },
    "dct:title": { of: "literal" },
    "dct:license": { min: 1, max: 1, of: "node", in: "http://dcat-ap.de/def/licenses/" },
    "dcatde:licenseAttributionByText": { of: "literal" },
    "dct:format": { max: 1, of: "node", in: `${authority}/file-type/` },
    "dcat:mediaType": { max: 1, of: "node", in: "https://www.iana.org/assignments/media-types/" },
    "dct:modified": { max: 1, of: "literal" },
    "adms:status": { max: 1, of: "node", in: `${authority}/distribution-status/` },
    "dcatap:availability": { max: 1, of: "node", in: `${authority}/planned-availability/` },
  },
  "foaf:Agent": { "foaf:name": { min: 1, of: "literal" } },
  "vcard:Kind": { "vcard:fn": { max: 1, of: "literal" }, "vcard:hasEmail": { min: 1, of: "node" } },
};

type Value = string | ({ "@id"?: string; "@type"?: string; "@value"?: string } & Record<string, unknown>);
const valuesOf = (value: unknown): Value[] => (value === undefined ? [] : Array.isArray(value) ? (value as Value[]) : [value as Value]);

function complaintsAbout(node: Record<string, unknown>): string[] {
  const type = String(node["@type"]);
  const known = rules[type] ?? {};
  const unknown = Object.keys(node).filter((key) => !key.startsWith("@") && !(key in known));
  const ofRules = Object.entries(known).flatMap(([property, rule]) => {
    const values = valuesOf(node[property]);
    const say = (what: string) => `${type} ${property}: ${what}`;
    return [
      ...(rule.min && values.length === 0 ? [say("missing")] : []),
      ...(rule.max && values.length > 1 ? [say("more than one")] : []),
      ...values.flatMap((value): string[] => {
        const isLiteral = typeof value === "string" ? value !== "" : "@value" in value;
        if (rule.of === "literal") return isLiteral ? [] : [say("no literal")];
        if (typeof value === "string" || isLiteral) return [say("a literal")];
        const { "@id": id = "" } = value;
        if (rule.of !== "node") return value["@type"] === rule.of ? complaintsAbout(value) : [say(`no ${rule.of}`)];
        return URL.canParse(id) && id.startsWith(rule.in ?? "") ? [] : [say(id)];
      }),
    ];
  });
  return [...unknown.map((key) => `${type} ${key}: no rule here knows it`), ...ofRules];
}

describe("the catalogue of open data", () => {
  const datasets = openLicences.map((licence, index) => ({
    id: `00${index}`,
    offer: { title: `KI im Kreis ${index}`, publisher: "Kreis Musterland", contact: "daten@example.org", licence },
    setting: { rule: "anonymous", track: "municipality", modelVersion: "2.0.0" } as const,
    publishedOn: "2026-11-21",
  }));
  const catalogueOf = (those: typeof datasets) =>
    dcatCatalogue(those, { origin: "https://ki.example.org", operator: "Kreis Musterland" }) as Record<string, unknown>;

  it.each([
    ["with a data set for each licence", datasets],
    ["empty", []],
  ] as const)("%s, keeps the rules of DCAT-AP.de 3.0", (_what, those) => {
    expect(complaintsAbout(catalogueOf([...those]))).toEqual([]);
  });

  it("would not pass with what those rules forbid", () => {
    const [dataset] = valuesOf(catalogueOf(datasets)["dcat:dataset"]) as Record<string, unknown>[];
    const distribution = {
      ...(dataset?.["dcat:distribution"] as object),
      "adms:status": { "@id": "http://purl.org/adms/status/Completed" },
    };
    const broken = {
      ...dataset,
      "dct:publisher": undefined,
      "dct:modified": ["2026-11-21", "2026-11-22"],
      "dcat:distribution": distribution,
    };
    expect(complaintsAbout(broken)).toEqual([
      "dcat:Dataset dct:publisher: missing",
      "dcat:Dataset dct:modified: more than one",
      "dcat:Distribution adms:status: http://purl.org/adms/status/Completed",
    ]);
  });

  it("names the publisher where the licence asks for that, in the name spaces of the specification", () => {
    const catalogue = catalogueOf(datasets);
    const named = (valuesOf(catalogue["dcat:dataset"]) as Record<string, Record<string, unknown>>[]).map(
      (dataset) => dataset["dcat:distribution"]?.["dcatde:licenseAttributionByText"] ?? null,
    );
    expect(named).toEqual(["Kreis Musterland", null, "Kreis Musterland", null]);
    expect(catalogue["@context"]).toMatchObject({ dcatap: "http://data.europa.eu/r5r/", dcatde: "http://dcat-ap.de/def/dcatde/" });
  });
});
