import { useLocale } from "../layout/locale";

/** The address of whose password is typed, for password managers to keep it under; nobody sees it, and nobody reads what is sent. */
export function AddressForManager({ address }: { address: string }) {
  const { address: label } = useLocale().messages.accounts;
  return (
    <div hidden>
      <input type="email" name="address" aria-label={label} value={address} autoComplete="username" readOnly />
    </div>
  );
}
