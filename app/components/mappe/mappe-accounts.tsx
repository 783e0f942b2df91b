import { mappeRoles, type MappeRole } from "../../core/mappe/mappe";
import { RadioGroup, TextInput } from "../../forms/field";
import { CopyLink } from "../layout/copy-link";
import { useLocale } from "../layout/locale";

/** An invitation that was just made; shown once. */
export function InvitationLink({ invitation }: { invitation: { url: string; address: string; isMailed: boolean } }) {
  const { ofMappe } = useLocale().messages.accounts;
  return (
    <div className="alert alert-success" role="status">
      <p>{ofMappe.invited(invitation.address, invitation.isMailed)}</p>
      <CopyLink label={ofMappe.link} url={invitation.url} />
    </div>
  );
}

type Props = {
  /** `until`: the day until which an invitation works that nobody has taken yet. */
  people: { id: string; name: string; role: MappeRole; until: string | null }[];
  typed: { address: string; "account-role": string } | null;
  errors: { address?: string; "account-role"?: string };
};

/** People who have a Mappe in their account, and the form that invites one. */
export function MappeAccounts({ people, typed, errors }: Props) {
  const { messages } = useLocale();
  const { settings, roles, rights } = messages.mappe;
  const { ofMappe, address } = messages.accounts;
  const hints: Record<MappeRole, string> = { owner: ofMappe.ownerHint, ...settings.roleHints };
  return (
    <section aria-labelledby="accounts">
      <h2 id="accounts">{ofMappe.title}</h2>
      <p>{ofMappe.text}</p>
      <ul className="mappe-people">
        {people.map(({ id, name, role, until }) => (
          <li key={id}>
            <h3>
              {name} <span className="hint">({[roles[role], until === null ? ofMappe.byAccount : ofMappe.until(until)].join(", ")})</span>
            </h3>
            <form method="post">
              <input type="hidden" name="id" value={id} />
              <button className="link-button" name="intent" value="renew-person" aria-label={ofMappe.renewOne(name)}>
                {ofMappe.renew}
              </button>{" "}
              ·{" "}
              <button className="link-button" name="intent" value="remove-person" aria-label={ofMappe.removeOne(name)}>
                {ofMappe.remove}
              </button>
            </form>
          </li>
        ))}
      </ul>
      <form method="post" className="form" noValidate>
        <input type="hidden" name="intent" value="invite-account" />
        <TextInput name="address" label={address} type="email" value={typed?.address ?? ""} error={errors.address} />
        <RadioGroup
          name="account-role"
          label={settings.role}
          value={typed?.["account-role"] ?? ""}
          error={errors["account-role"]}
          options={mappeRoles.map((role) => ({ value: role, label: rights[role], hint: hints[role] }))}
        />
        <p className="form-actions">
          <button className="button">{ofMappe.submit}</button>
        </p>
      </form>
    </section>
  );
}
