import type { TopicView } from "../../views/topics";
import { DataTable } from "./data-table";
import { useLocale } from "../layout/locale";

type Props = { topics: TopicView[]; hrefOf: (id: string) => string; label: string };

/** Of a quick check: the one answer to each topic, which leads to all that is known of it. */
export function TopicLines({ topics, hrefOf, label }: Props) {
  const { report } = useLocale().messages;
  return (
    <DataTable
      label={label}
      columns={[report.dimension, report.answer]}
      numbers={[]}
      rows={topics.map(({ id, name, questions }) => ({
        key: id,
        cells: [<a href={hrefOf(id)}>{name}</a>, questions.map(({ answer }) => answer).join(" ")],
      }))}
    />
  );
}
