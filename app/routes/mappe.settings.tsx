import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { data, useActionData, useLoaderData } from "@remix-run/react";
import { ErrorSummary, RadioGroup, TextInput } from "../forms/field";
import { textOf } from "../forms/text-of";
import { CopyLink } from "../components/layout/copy-link";
import { pageTitle, useLocale } from "../components/layout/locale";
import { MappeFrame } from "../components/mappe/mappe-frame";
import { cleanText } from "../core/assessment/text";
import { InvitationLink, MappeAccounts } from "../components/mappe/mappe-accounts";
import { accountAddressSchema } from "../core/accounts/account";
import { dayOf } from "../core/day";
import {
  givenRoleSchema,
  mappeNameSchema,
  mappeRoleSchema,
  mappeTextLimits,
  mostPeople,
  personNameSchema,
  type MappeRole,
} from "../core/mappe/mappe";
import { mappeHead } from "../http/mappe/mappe-page";
import { localeFor, openMappe, ownMappe, readForm, refusal } from "../http/request";
import type { Messages } from "../i18n";

export const meta = pageTitle<{ mappe: { name: string } }>(({ messages }, { mappe }) => `${messages.mappe.settings.title}: ${mappe.name}`);

export async function loader(args: LoaderFunctionArgs) {
  const mappe = await openMappe(args);
  const { origin, environment, accounts } = args.context;
  const { href, date } = localeFor(args.request);
  const link = (key: string) => `${origin}${href(`/open/${key}`)}`;
  const people = (await mappe.own?.people()) ?? [];
  return {
    mappe: await mappeHead(mappe),
    isSaved: new URL(args.request.url).searchParams.has("saved"),
    months: environment.RETENTION_MONTHS,
    hasAccounts: accounts !== null,
    hasWebhooks: environment.WEBHOOKS !== "off",
    own: mappe.own && {
      link: mappe.own.key === null ? null : link(mappe.own.key),
      people: people.flatMap(({ id, name, role, key }) => (key === null ? [] : [{ id, name, role, link: link(key) }])),
      byAccount: people.flatMap(({ id, name, role, byAccount, invitedUntil }) =>
        byAccount
          ? [{ id, name, role, until: invitedUntil === null ? null : date(dayOf(new Date(invitedUntil), environment.TIME_ZONE)) }]
          : [],
      ),
    },
  };
}

type Faults = { name?: string; person?: string; role?: string; address?: string; "account-role"?: string };

export async function action(args: ActionFunctionArgs) {
  const mappe = await ownMappe(args);
  const { own } = mappe;
  const { messages, href, language } = localeFor(args.request);
  const form = await readForm(args.request);
  const intent = textOf(form, "intent");
  const typed = {
    ...{ name: textOf(form, "name"), person: textOf(form, "person"), role: textOf(form, "role") },
    ...{ address: textOf(form, "address"), "account-role": textOf(form, "account-role") },
  };
  const refused = (errors: Faults) => data({ intent, typed, errors, invitation: null }, { status: 422 });
  /** Shown once, in the answer itself: the link is kept nowhere. */
  const invited = (key: string, address: string, isMailed: boolean) => {
    const url = `${args.context.origin}${href(`/invitation/${key}`)}`;
    return data({ intent, typed: { ...typed, address: "", "account-role": "" }, errors: {}, invitation: { url, address, isMailed } });
  };
  const { accounts } = args.context;
  if (intent === "rename") {
    const name = mappeNameSchema.safeParse(typed.name);
    if (!name.success) return refused({ name: nameFault(typed.name, messages) });
    await own.rename(name.data);
  } else if (intent === "invite") {
    const people = (await own.people()).length;
    const [person, role] = [personNameSchema.safeParse(typed.person), givenRoleSchema.safeParse(typed.role)];
    const errors: Faults = {
      ...(!person.success && { person: personFault(typed.person, messages) }),
      ...(people >= mostPeople && { person: messages.mappe.settings.tooManyPeople(mostPeople) }),
      ...(!role.success && { role: messages.mappe.settings.roleMissing }),
    };
    if (!person.success || !role.success || errors.person) return refused(errors);
    await own.addPerson(person.data, role.data);
  } else if (intent === "invite-account" && accounts) {
    const [address, role] = [accountAddressSchema.safeParse(typed.address), mappeRoleSchema.safeParse(typed["account-role"])];
    const isFull = (await own.people()).length >= mostPeople;
    const errors: Faults = {
      ...(!address.success && { address: messages.accounts.addressFault }),
      ...(isFull && { address: messages.mappe.settings.tooManyPeople(mostPeople) }),
      ...(!role.success && { "account-role": messages.mappe.settings.roleMissing }),
    };
    if (!address.success || !role.success || isFull) return refused(errors);
    const key = await own.invite(address.data, role.data);
    if (key === null) throw refusal("no-mappe");
    return invited(key, address.data, await accounts.mailInvitation(address.data, language, key));
  } else if (intent === "renew-owner") {
    if (!(await own.renewKey())) throw refusal("no-mappe");
  } else if (intent === "renew-person") {
    const id = textOf(form, "id");
    const key = await own.renewPerson(id);
    const person = (await own.people()).find((one) => one.id === id);
    if (key !== null && person && accounts) return invited(key, person.name, await accounts.mailInvitation(person.name, language, key));
  } else if (intent === "remove-person") await own.removePerson(textOf(form, "id"));
  else throw refusal("bad-request");
  const place = intent === "rename" ? "name" : intent === "renew-owner" ? "owner" : "people";
  return redirect(href(`/mappen/${mappe.id}/settings?saved#${place}`), { status: 303 });
}

const nameFault = (typed: string, { mappe }: Messages) =>
  cleanText(typed) === "" ? mappe.start.nameMissing : mappe.start.nameTooLong(mappeTextLimits.name);
const personFault = (typed: string, { mappe }: Messages) =>
  cleanText(typed) === "" ? mappe.settings.personMissing : mappe.settings.personTooLong(mappeTextLimits.person);

export default function Settings() {
  const { mappe, own, isSaved, months, hasAccounts, hasWebhooks } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { messages, href } = useLocale();
  const { settings, rights, start } = messages.mappe;
  const { ofMappe } = messages.accounts;
  const errors: Faults = refused?.errors ?? {};
  if (!own)
    return (
      <MappeFrame mappe={mappe} current="settings" title={settings.title}>
        <p>{settings.notOwner(rights[mappe.role])}</p>
        <p>{messages.audit.forAll}</p>
        <p>
          <a href={href("/mappen")}>{start.forgetOne(mappe.name)}</a>
        </p>
      </MappeFrame>
    );
  return (
    <MappeFrame mappe={mappe} current="settings" title={settings.title}>
      <ErrorSummary errors={Object.entries(errors).map(([name, text]) => ({ name, text }))} />
      {isSaved && !refused && (
        <p className="alert alert-success" role="status">
          {settings.saved}
        </p>
      )}
      {refused?.invitation && <InvitationLink invitation={refused.invitation} />}
      <form method="post" className="form" noValidate>
        <h2>{settings.nameTitle}</h2>
        <input type="hidden" name="intent" value="rename" />
        <TextInput
          name="name"
          label={start.name}
          value={refused?.intent === "rename" ? refused.typed.name : mappe.name}
          error={errors.name}
          limit={mappeTextLimits.name}
        />
        <p className="form-actions">
          <button className="button">{settings.nameSubmit}</button>
        </p>
      </form>
      <section aria-labelledby="owner">
        <h2 id="owner">{settings.ownerTitle}</h2>
        {own.link === null ? (
          <p>{ofMappe.beside}</p>
        ) : (
          <>
            <p>{settings.ownerText}</p>
            <CopyLink label={settings.ownerLink} url={own.link} />
            <form method="post">
              <button className="link-button" name="intent" value="renew-owner">
                {settings.ownerRenew}
              </button>{" "}
              <span className="hint">{settings.ownerRenewHint}</span>
            </form>
          </>
        )}
      </section>
      <People people={own.people} typed={refused?.intent === "invite" ? refused.typed : null} errors={errors} />
      {hasAccounts && (
        <MappeAccounts people={own.byAccount} typed={refused?.intent === "invite-account" ? refused.typed : null} errors={errors} />
      )}
      <section aria-labelledby="audit">
        <h2 id="audit">{messages.audit.title}</h2>
        <p>{messages.audit.forAll}</p>
        <p>
          <a className="button button-secondary" href={href(`/mappen/${mappe.id}/audit`)}>
            {messages.audit.toAudit}
          </a>
        </p>
      </section>
      {hasWebhooks && (
        <section aria-labelledby="webhooks">
          <h2 id="webhooks">{messages.webhooks.title}</h2>
          <p>{messages.webhooks.forSettings}</p>
          <p>
            <a className="button button-secondary" href={href(`/mappen/${mappe.id}/webhooks`)}>
              {messages.webhooks.toPage}
            </a>
          </p>
        </section>
      )}
      <section aria-labelledby="delete">
        <h2 id="delete">{settings.deleteTitle}</h2>
        <p>
          {settings.deleteText} {settings.kept(months)}
        </p>
        <p>
          <a className="button button-danger" href={href(`/mappen/${mappe.id}/delete`)}>
            {settings.deleteStart}
          </a>
        </p>
      </section>
    </MappeFrame>
  );
}

type PeopleProps = {
  people: { id: string; name: string; role: MappeRole; link: string }[];
  typed: { person: string; role: string } | null;
  errors: Faults;
};

function People({ people, typed, errors }: PeopleProps) {
  const { messages } = useLocale();
  const { settings, roles, rights } = messages.mappe;
  return (
    <section aria-labelledby="people">
      <h2 id="people">{settings.peopleTitle}</h2>
      <p>{settings.peopleText}</p>
      {people.length === 0 && <p className="hint">{settings.peopleNone}</p>}
      <ul className="mappe-people">
        {people.map(({ id, name, role, link }) => (
          <li key={id}>
            <h3>
              {name} <span className="hint">({roles[role]})</span>
            </h3>
            <CopyLink label={settings.personLink(name)} url={link} />
            <form method="post">
              <input type="hidden" name="id" value={id} />
              <button className="link-button" name="intent" value="renew-person" aria-label={settings.renewOne(name)}>
                {settings.renew}
              </button>{" "}
              ·{" "}
              <button className="link-button" name="intent" value="remove-person" aria-label={settings.removeOne(name)}>
                {settings.remove}
              </button>
            </form>
          </li>
        ))}
      </ul>
      {people.length > 0 && <p className="hint">{settings.removeHint}</p>}
      <form method="post" className="form" noValidate>
        <input type="hidden" name="intent" value="invite" />
        <TextInput
          name="person"
          label={settings.person}
          hint={settings.personHint}
          value={typed?.person ?? ""}
          error={errors.person}
          limit={mappeTextLimits.person}
        />
        <RadioGroup
          name="role"
          label={settings.role}
          value={typed?.role ?? ""}
          error={errors.role}
          options={givenRoleSchema.options.map((role) => ({ value: role, label: rights[role], hint: settings.roleHints[role] }))}
        />
        <p className="form-actions">
          <button className="button">{settings.personSubmit}</button>
        </p>
      </form>
    </section>
  );
}
