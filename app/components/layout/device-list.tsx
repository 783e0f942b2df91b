import { KeptList } from "./kept-list";
import { useLocale } from "./locale";

type PartLine = { id: string; name: string; answered: string; state: string; href: string };
type Line = { id: string; name: string; state: string; changed: string; href: string };

type List = { count: number; lines: Line[]; parts: PartLine[] };

/** What this browser opens: assessments, and parts of those of others. Each has a way to it and a way to forget it. */
export function DeviceList({ list }: { list: List | null }) {
  const { messages, href } = useLocale();
  const { device } = messages.keeping;
  if (!list) return null;
  const { count, lines, parts } = list;
  return (
    <section className="panel">
      {count > 0 ? <Assessments lines={lines} /> : <h2 id="device">{device.partsTitle}</h2>}
      {count > 0 && parts.length > 0 && <h3>{device.partsTitle}</h3>}
      {count === 0 && <p>{device.lead}</p>}
      {parts.length > 0 && <Parts parts={parts} />}
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

function Assessments({ lines }: Pick<List, "lines">) {
  const { messages, href } = useLocale();
  const { device } = messages.keeping;
  return (
    <>
      <h2 id="device">{device.title}</h2>
      <p>{device.lead}</p>
      <KeptList
        lines={lines.map(({ id, name, state, changed, href: address }) => ({
          key: id,
          name: <a href={address}>{name}</a>,
          facts: [state, device.changed(changed)],
          forget: (
            <a href={href(`/device/forget?assessment=${id}`)} aria-label={device.forgetOne(name)}>
              {device.forget}
            </a>
          ),
        }))}
      />
    </>
  );
}

function Parts({ parts }: { parts: PartLine[] }) {
  const { messages, href } = useLocale();
  const { device } = messages.keeping;
  return (
    <KeptList
      lines={parts.map(({ id, name, answered, state, href: address }) => ({
        key: id,
        name: <a href={address}>{name}</a>,
        facts: [answered, state],
        forget: (
          <a href={href(`/device/forget?part=${id}`)} aria-label={device.forgetPart(name)}>
            {device.forget}
          </a>
        ),
      }))}
    />
  );
}
