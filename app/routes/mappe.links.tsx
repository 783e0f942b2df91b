import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pageTitle, useLocale } from "../components/layout/locale";
import { MappeFrame } from "../components/mappe/mappe-frame";
import { QrCode } from "../components/layout/qr-code";
import { linkSheet } from "../http/link-sheet";
import { mappeHead } from "../http/mappe-page";
import { editableMappe } from "../http/request";

export const meta = pageTitle<{ mappe: { name: string } }>(({ messages }, { mappe }) => `${messages.mappe.links.title}: ${mappe.name}`);

export async function loader(args: LoaderFunctionArgs) {
  const mappe = await editableMappe(args);
  return { mappe: await mappeHead(mappe), sheet: await linkSheet(mappe, args) };
}

export default function Links() {
  const { mappe, sheet } = useLoaderData<typeof loader>();
  const { messages, href } = useLocale();
  const { links } = messages.mappe;
  return (
    <MappeFrame mappe={mappe} current="members" title={links.title}>
      <div className="no-print">
        <p className="lead">{links.lead}</p>
        {sheet.length === 0 ? (
          <p>{links.none}</p>
        ) : (
          <>
            <p>{links.print}</p>
            <p>
              <a className="button button-secondary" href={href(`/mappen/${mappe.id}/links.csv`)} download>
                {links.csv}
              </a>
            </p>
          </>
        )}
      </div>
      <ul className="link-sheet">
        {sheet.map(({ id, name, link }) => (
          <li key={id}>
            <h2>{name}</h2>
            {link === null ? (
              <p>{links.owned}</p>
            ) : (
              <>
                <QrCode text={link} label={links.qr(name)} />
                <p className="copy-link-url">{link}</p>
              </>
            )}
          </li>
        ))}
      </ul>
    </MappeFrame>
  );
}
