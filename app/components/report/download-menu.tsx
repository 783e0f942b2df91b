import { documentKinds, includeField, inclusions, lookField, type DocumentKind } from "../../documents/document-options";
import type { Paper } from "../../documents/papers/paper";
import { RadioGroup, Select } from "../../forms/field";
import { useLocale } from "../layout/locale";
import { DownloadActions } from "./download-actions";
import { LanguageField, PaperField, TableField, useDownloadWords } from "./download-fields";

type Props = {
  assessmentId: string;
  /** Options of the page, such as changed weights, that the files keep: field names with their values. */
  kept: [string, string][];
  /** Which papers there are for this organisation; the first is the usual one. */
  papers: readonly Paper[];
  usual: Record<DocumentKind, { bytes: number; milliseconds: number }>;
  /** Mappen whose look the files may have; the first one's is the usual one. */
  looks: { id: string; name: string }[];
};

/** Which file, in which language, with what in it. A plain form; with a script it says how it goes on (see browser/download). */
export function DownloadMenu({ assessmentId, kept, papers, usual, looks }: Props) {
  const { messages, points, count } = useLocale();
  const { branding, download } = messages;
  const size = (bytes: number) =>
    bytes < 1e6 ? download.kilobytes(count(Math.max(1, Math.round(bytes / 1e3)))) : download.megabytes(points(bytes / 1e6));
  const words = useDownloadWords();
  return (
    <section aria-labelledby="download" className="no-print">
      <h2 id="download">{download.title}</h2>
      <p>{download.lead}</p>
      <form method="get" action={`/assessments/${assessmentId}/document`} className="form download" {...words}>
        {kept.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <PaperField papers={papers} />
        <RadioGroup
          name="kind"
          label={download.kind}
          value="pdf"
          options={documentKinds.map((kind) => ({
            value: kind,
            label: download.kinds[kind],
            hint: download.usual(size(usual[kind].bytes), download.seconds(Math.ceil(usual[kind].milliseconds / 1000))),
          }))}
        />
        <div>
          {looks.length > 0 && (
            <Select
              name={lookField}
              label={branding.look}
              value={looks[0]?.id}
              options={[
                ...looks.map(({ id, name }) => ({ value: id, label: branding.lookOfMappe(name) })),
                { value: "", label: branding.lookOwn },
              ]}
            />
          )}
          <TableField />
          <LanguageField />
          <fieldset className="field">
            <legend>{download.include}</legend>
            <input type="hidden" name={includeField} value="" />
            {inclusions.map((one) => (
              <label className="choice" key={one}>
                <input type="checkbox" name={includeField} value={one} defaultChecked />
                {download.inclusions[one]}
              </label>
            ))}
          </fieldset>
          <DownloadActions submit={download.submit} />
        </div>
      </form>
    </section>
  );
}
