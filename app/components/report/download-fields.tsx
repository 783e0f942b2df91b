import { languages } from "../../core/vocabulary";
import type { Paper } from "../../documents/papers/paper";
import { tableIds } from "../../documents/sheets/tables/table";
import { RadioGroup, Select } from "../../forms/field";
import { useLocale } from "../layout/locale";

/** What is to be chosen of any file, of one report or of many. */
export function PaperField({ papers, hint }: { papers: readonly Paper[]; hint?: string }) {
  const { download, papers: words } = useLocale().messages;
  const options = papers.map((paper) => ({ value: paper, label: words.names[paper], hint: words.hints[paper] }));
  return <RadioGroup name="paper" label={download.paper} hint={hint} value={papers[0] ?? ""} options={options} />;
}

export function TableField() {
  const { download, tables } = useLocale().messages;
  const options = tableIds.map((table) => ({ value: table, label: tables[table].name }));
  return <Select name="table" label={download.table} value="scores" options={options} />;
}

export function LanguageField({ name = "language" }: { name?: string }) {
  const { messages, language } = useLocale();
  const { download } = messages;
  const options = languages.map((one) => ({ value: one, label: download.languages[one] }));
  return <Select name={name} label={download.language} value={language} options={options} />;
}

/** What a form of files says while one is made, for the script that fetches it (see browser/download). */
export function useDownloadWords(): { "data-download": string } {
  const { done, cancelled, failed, working, away } = useLocale().messages.download;
  return { "data-download": JSON.stringify({ done, cancelled, failed, working, away }) };
}
