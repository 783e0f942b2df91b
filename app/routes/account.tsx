import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { OwnSessions } from "../components/accounts/own-sessions";
import { OwnThings } from "../components/accounts/own-things";
import { pageTitle, useLocale } from "../components/layout/locale";
import { dayOf } from "../core/day";
import { textOf } from "../forms/text-of";
import { redirectWith, signedInFor } from "../http/accounts/account-page";
import { localeFor, readForm, refusal } from "../http/request";
import { organisationName } from "../views/organisation-name";

export const meta = pageTitle(({ messages }) => messages.accounts.page.title);

const savedThings = ["password", "address", "ended", "taken", "dropped", "confirmed", "codes-off"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const { accounts, own } = signedInFor(args);
  const locale = localeFor(args.request);
  const { environment } = args.context;
  const dayIn = (time: string) => locale.date(dayOf(new Date(time), environment.TIME_ZONE));
  const said = new URL(args.request.url).searchParams.get("saved");
  return {
    saved: savedThings.find((one) => one === said) ?? null,
    ...{ address: own.address, hasPassword: own.hasPassword, hasCodes: own.hasCodes, takesPasswords: accounts.takesPasswords },
    assessments: (await own.list()).map((line) => ({
      ...{ id: line.id, name: organisationName(line, locale), may: line.may },
      href: locale.href(`/assessments/${line.id}${{ edit: "", check: "/checking", read: "/report" }[line.may]}`),
    })),
    mappen: (await own.mappen()).map(({ id, name, role }) => ({ id, name, role })),
    elsewhere: await own.elsewhere(),
    sessions: (await own.sessions()).map(({ begunAt, seenAt, ...one }) => ({ ...one, begun: dayIn(begunAt), seen: dayIn(seenAt) })),
    months: environment.ACCOUNT_RETENTION_MONTHS,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { own } = signedInFor(args);
  const { href } = localeFor(args.request);
  const form = await readForm(args.request);
  const intent = textOf(form, "intent");
  const id = textOf(form, "id");
  const saved = (what: (typeof savedThings)[number]) => redirect(`${href("/account")}?saved=${what}`, 303);
  if (intent === "sign-out") return redirectWith(await own.signOut(), `${href("/sign-in")}?done=signed-out`);
  if (intent === "end-session") return await own.endSession(id).then(() => saved("ended"));
  if (intent === "end-others") return await own.endOtherSessions().then(() => saved("ended"));
  if (intent === "take-over") return await own.takeOver().then(() => saved("taken"));
  if (intent === "drop") return await own.forget(id).then(() => saved("dropped"));
  if (intent === "drop-mappe") return await own.forgetMappe(id).then(() => saved("dropped"));
  throw refusal("bad-request");
}

export default function AccountPage() {
  const found = useLoaderData<typeof loader>();
  const { saved, address, hasPassword, hasCodes, takesPasswords, assessments, mappen, elsewhere, sessions, months } = found;
  const { messages, href } = useLocale();
  const { page } = messages.accounts;
  return (
    <div className="page prose">
      <h1>{page.title}</h1>
      {saved && (
        <p className="alert alert-success" role="status">
          {page.saved[saved]}
        </p>
      )}
      <form method="post">
        <p className="lead">{page.as(address)}</p>
        <button className="button button-secondary" name="intent" value="sign-out">
          {page.signOut}
        </button>
      </form>
      <OwnThings assessments={assessments} mappen={mappen} elsewhere={elsewhere} />
      <OwnSessions sessions={sessions} />
      <section aria-labelledby="way">
        <h2 id="way">{page.wayTitle}</h2>
        <ul>
          {takesPasswords && (
            <>
              <li>
                <a href={href("/account/password")}>{hasPassword ? page.changePassword : page.setPassword}</a>
              </li>
              <li>
                <a href={href("/account/address")}>{page.changeAddress}</a>
              </li>
            </>
          )}
          <li>
            {hasCodes ? page.codesOn : page.codesOff}. <a href={href("/account/codes")}>{page.codesChange}</a>
          </li>
        </ul>
      </section>
      <section aria-labelledby="data">
        <h2 id="data">{page.dataTitle}</h2>
        <p>{page.idle(months)}</p>
        <p>
          <a href={href("/account/data")}>{page.download}</a>
        </p>
        <p>
          <a className="button button-danger" href={href("/account/delete")}>
            {page.remove}
          </a>
        </p>
      </section>
    </div>
  );
}
