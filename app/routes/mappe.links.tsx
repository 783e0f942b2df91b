import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pageTitle, useLocale } from "../components/layout/locale";
import { AddOrganisations } from "../components/mappe/add-organisations";
import { MappeFrame } from "../components/mappe/mappe-frame";
import { QrCode } from "../components/layout/qr-code";
import { linkSheet } from "../http/mappe/link-sheet";
import type { Brand } from "../core/brand/brand";
import { mappeHead } from "../http/mappe/mappe-page";
import { editableMappe } from "../http/request";

export const meta = pageTitle<{ mappe: { name: string } }>(({ messages }, { mappe }) => `${messages.mappe.links.title}: ${mappe.name}`);

export async function loader(args: LoaderFunctionArgs) {
  const mappe = await editableMappe(args);
  return { mappe: await mappeHead(mappe), sheet: await linkSheet(mappe, args), sender: senderOf(await mappe.brand()) };
}

/** Who hands the links out, for the sheet that is printed. `logo`: an address that holds the picture itself. */
const senderOf = (brand: Brand | null) =>
  brand && {
    ...{ name: brand.name, contact: brand.contact, footer: brand.footer },
    logo: brand.logo && `data:image/${brand.logo.type};base64,${brand.logo.base64}`,
  };

function Sender({ name, contact, footer, logo }: NonNullable<ReturnType<typeof senderOf>>) {
  const lines = [name, contact, footer].filter(Boolean);
  return (
    <div className="link-sheet-sender">
      {logo && <img src={logo} alt={name ? "" : "Logo"} />}
      {lines.length > 0 && <p>{lines.join(" · ")}</p>}
    </div>
  );
}

export default function Links() {
  const { mappe, sheet, sender } = useLoaderData<typeof loader>();
  const { messages, href } = useLocale();
  const { links } = messages.mappe;
  return (
    <MappeFrame mappe={mappe} current="members" title={links.title}>
      <div className="no-print">
        <p className="lead">{links.lead}</p>
        {sheet.length === 0 ? (
          <>
            <p>{links.none}</p>
            <AddOrganisations mappe={mappe} />
          </>
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
            {sender && <Sender {...sender} />}
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
