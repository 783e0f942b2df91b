import { useLocale } from "../../components/layout/locale";
import { ErrorSummary, Select, TextInput, type Option } from "../field";

/** What was typed and refused, with what is wrong, by field. */
export type RefusedReminder = { typed: { month: string; address: string }; errors: { month?: string; address?: string } };

const nothingWrong: RefusedReminder["errors"] = {};

type Props = {
  sendsMail: boolean;
  months: Option[];
  /** Those that wait, with an address that only tells whoever knows it. */
  noted: { id: string; month: string; address: string; isConfirmed: boolean }[];
  refused: RefusedReminder | null;
};

/** A mail in a chosen month, where the operator has set up a mail server. */
export function MailReminder({ sendsMail, months, noted, refused }: Props) {
  const { reminders } = useLocale().messages;
  const errors = refused?.errors ?? nothingWrong;
  const summary = [
    ...(errors.month ? [{ name: "mail-month", text: errors.month }] : []),
    ...(errors.address ? [{ name: "address", text: errors.address }] : []),
  ];
  return (
    <section aria-labelledby="mail-reminder">
      <h2 id="mail-reminder">{reminders.title}</h2>
      {sendsMail ? (
        <>
          <p>{reminders.text}</p>
          <form method="post" className="form" noValidate>
            <ErrorSummary errors={summary} />
            <Select
              name="mail-month"
              label={reminders.month}
              value={refused?.typed.month ?? months[5]?.value ?? ""}
              error={errors.month}
              options={months}
            />
            <TextInput
              name="address"
              type="email"
              label={reminders.address}
              hint={reminders.addressHint}
              value={refused?.typed.address ?? ""}
              error={errors.address}
            />
            <button className="button button-secondary" name="intent" value="remind">
              {reminders.submit}
            </button>
          </form>
        </>
      ) : (
        <p>{reminders.notSetUp}</p>
      )}
      {noted.length > 0 && <h3>{reminders.waiting}</h3>}
      {noted.map(({ id, month, address, isConfirmed }) => (
        <form method="post" key={id}>
          <input type="hidden" name="reminder" value={id} />
          {reminders.entry(month, address, isConfirmed)}{" "}
          <button className="link-button" name="intent" value="forget-reminder">
            {reminders.remove}
            <span className="visually-hidden">{reminders.removeOf(month)}</span>
          </button>
        </form>
      ))}
    </section>
  );
}
