import { DataTable } from "../report/data-table";
import { useLocale } from "./locale";

type Line = { id: string; name: string; state: string; changed: string; href: string };

/** The assessments that this browser opens, each with a way to it and a way to forget it. */
export function DeviceList({ list }: { list: { count: number; lines: Line[] } | null }) {
  const { messages, href } = useLocale();
  const { device } = messages.keeping;
  if (!list) return null;
  const { count, lines } = list;
  return (
    <section className="panel">
      <h2 id="device">{device.title}</h2>
      <p>{device.lead}</p>
      <DataTable
        label={device.title}
        columns={[device.name, device.state, device.changed, device.forget]}
        numbers={[]}
        rows={lines.map(({ id, name, state, changed, href: address }) => ({
          key: id,
          cells: [
            <a href={address}>{name}</a>,
            state,
            changed,
            <a href={href(`/device/forget?assessment=${id}`)} aria-label={device.forgetOne(name)}>
              {device.forget}
            </a>,
          ],
        }))}
      />
      <p>
        {lines.length < count && (
          <>
            <a href="?all#device">{device.all(count)}</a> ·{" "}
          </>
        )}
        <a href={href("/device/forget")}>{device.forgetAll}</a>
      </p>
    </section>
  );
}
