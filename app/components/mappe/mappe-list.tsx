import type { MappeRole } from "../../core/mappe/mappe";
import { KeptList } from "../layout/kept-list";
import { useLocale } from "../layout/locale";

/** The Mappen that this browser opens, each with a way to forget it. */
export function MappeList({
  list,
  isSignedIn,
}: {
  list: { id: string; name: string; role: MappeRole; count: number }[];
  isSignedIn: boolean;
}) {
  const { messages, href } = useLocale();
  const { start, rights } = messages.mappe;
  if (list.length === 0) return null;
  return (
    <section className="panel">
      <h2 id="mappen">{start.listTitle}</h2>
      <KeptList
        lines={list.map((mappe) => ({
          key: mappe.id,
          name: <a href={href(`/mappen/${mappe.id}`)}>{mappe.name}</a>,
          facts: [start.count(mappe.count), start.role(rights[mappe.role])],
          forget: (
            <form method="post" action={href("/mappen")}>
              <input type="hidden" name="forget" value={mappe.id} />
              <button className="link-button" aria-label={start.forgetOne(mappe.name)}>
                {start.forget}
              </button>
            </form>
          ),
        }))}
      />
      <p className="hint">
        {start.forgetHint} {isSignedIn && messages.keeping.forget.alsoInAccount}
      </p>
    </section>
  );
}
