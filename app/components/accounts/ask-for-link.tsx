import type { ReactNode } from "react";
import { TextInput } from "../../forms/field";
import { useLocale } from "../layout/locale";
import { AccountForm } from "./account-form";

type Props = {
  /** What became of the form; nothing before it is sent. */
  answer: { typed: string; error: string | null; isSent: boolean } | undefined;
  /** What is said once it is, the same whatever there is to that address. */
  sent: string;
  title: string;
  /** Of the field. */
  label?: string;
  submit: string;
  children: ReactNode;
};

/** A form that sends a link to an address. */
export function AskForLink({ answer, sent, title, label, submit, children }: Props) {
  const words = useLocale().messages.accounts;
  if (answer?.isSent)
    return (
      <div className="page prose">
        <h1>{title}</h1>
        <p className="alert alert-success" role="status">
          {sent}
        </p>
      </div>
    );
  return (
    <AccountForm title={title} errors={answer?.error ? { address: answer.error } : {}} before={children} submit={submit}>
      <TextInput
        name="address"
        label={label ?? words.address}
        type="email"
        autoComplete="email"
        value={answer?.typed ?? ""}
        error={answer?.error}
      />
    </AccountForm>
  );
}
