import type { ContactView, FundingView } from "../../views/funding";
import { useLocale } from "../layout/locale";

/** Programmes with what they pay for, what not, how much, and whom to ask. */
export function FundingList({ programmes }: { programmes: FundingView[] }) {
  return (
    <ul className="initiatives-list">
      {programmes.map((one) => (
        <li key={one.id} className="initiative" id={one.id}>
          <h3>
            <a href={one.href}>{one.name}</a>{" "}
            <span className={`badge badge-${one.endsSoon ? "ended" : "done"}`}>{[one.state, one.when].filter(Boolean).join(", ")}</span>
          </h3>
          <p>{one.purpose}</p>
          <FundingFacts programme={one} />
        </li>
      ))}
    </ul>
  );
}

/** The same in rows: name and state at a glance, the rest a tap away. Its address opens it. */
export function FundingRows({ programmes }: { programmes: FundingView[] }) {
  const { screen } = useLocale().messages;
  return programmes.map((one) => (
    <details key={one.id} className="row">
      <summary>
        <strong>{one.name}</strong> <span className="hint">{[one.state, one.when].filter(Boolean).join(", ")}</span>
      </summary>
      <p id={one.id}>{one.purpose}</p>
      <FundingFacts programme={one} />
      <p>
        <a href={one.href}>{screen.aboutProgramme}</a>
      </p>
    </details>
  ));
}

function FundingFacts({ programme: one }: { programme: FundingView }) {
  const { funding } = useLocale().messages.result;
  return (
    <>
      <dl className="facts">
        <div className="fact">
          <dt>{funding.amount}</dt>
          <dd>{one.amount}</dd>
        </div>
        {one.notPaidFor && (
          <div className="fact">
            <dt>{funding.notPaidFor}</dt>
            <dd>{one.notPaidFor}</dd>
          </div>
        )}
        {one.contacts.length > 0 && (
          <div className="fact">
            <dt>{funding.whom}</dt>
            <dd>
              <ContactLine contacts={one.contacts} />
            </dd>
          </div>
        )}
      </dl>
      <p className="hint">
        {one.kind} · {one.funder} · {one.asOf}
      </p>
    </>
  );
}

/** Who advises for free, and how to reach them. */
export function ContactList({ contacts }: { contacts: ContactView[] }) {
  return (
    <ul>
      {contacts.map((contact) => (
        <li key={contact.id}>
          <ContactLine contacts={[contact]} />: {contact.offers} <span className="hint">({contact.remark})</span>
        </li>
      ))}
    </ul>
  );
}

function ContactLine({ contacts }: { contacts: ContactView[] }) {
  return contacts.map(({ id, name, url, phone, email }, index) => (
    <span key={id}>
      {index > 0 && "; "}
      {url ? <a href={url}>{name}</a> : name}
      {phone && `, ${phone}`}
      {email && (
        <>
          , <a href={`mailto:${email}`}>{email}</a>
        </>
      )}
    </span>
  ));
}
