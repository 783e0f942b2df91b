import { useLocale } from "../../components/layout/locale";
import { TextInput } from "../field";
import type { TypedAddress } from "./mail-address";

/** Where a mail goes once; the address is kept nowhere. */
export function MailField({ name, typed, optional }: { name: string; typed: TypedAddress | null; optional?: string }) {
  const { mails } = useLocale().messages;
  return (
    <TextInput
      name={name}
      type="email"
      label={mails.address}
      optional={optional}
      hint={mails.addressHint}
      value={typed?.address ?? ""}
      error={typed?.error}
    />
  );
}
