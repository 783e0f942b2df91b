import type { MappeRole } from "../../core/mappe/mappe";
import { DataTable } from "../report/data-table";
import { useLocale } from "../layout/locale";

/** The Mappen that this browser opens, each with a way to forget it. */
export function MappeList({ list }: { list: { id: string; name: string; role: MappeRole; count: number }[] }) {
  const { messages, href, count } = useLocale();
  const { start, rights } = messages.mappe;
  if (list.length === 0) return null;
  return (
    <section className="panel">
      <h2 id="mappen">{start.listTitle}</h2>
      <DataTable
        label={start.listTitle}
        columns={[start.name, start.count, start.role, start.forget]}
        numbers={[1]}
        rows={list.map((mappe) => ({
          key: mappe.id,
          cells: [
            <a href={href(`/mappen/${mappe.id}`)}>{mappe.name}</a>,
            count(mappe.count),
            rights[mappe.role],
            <form method="post" action={href("/mappen")}>
              <input type="hidden" name="forget" value={mappe.id} />
              <button className="link-button" aria-label={start.forgetOne(mappe.name)}>
                {start.forget}
              </button>
            </form>,
          ],
        }))}
      />
      <p className="hint">{start.forgetHint}</p>
    </section>
  );
}
