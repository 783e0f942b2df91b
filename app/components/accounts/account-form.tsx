import type { ReactNode } from "react";
import { ErrorSummary } from "../../forms/field";

/** What is wrong, by the name of its field. */
export type Faults = Partial<Record<"address" | "password" | "code", string>>;

/** A page with one form about an account. */
export function AccountForm({
  title,
  errors,
  before,
  submit,
  children,
  after,
}: {
  title: string;
  errors: Faults;
  before?: ReactNode;
  /** On the button that sends the form. */
  submit: string;
  children: ReactNode;
  after?: ReactNode;
}) {
  return (
    <div className="page prose">
      <h1>{title}</h1>
      {before}
      <form method="post" className="form" noValidate>
        <ErrorSummary errors={Object.entries(errors).map(([name, text]) => ({ name, text }))} />
        {children}
        <p className="form-actions">
          <button className="button">{submit}</button>
        </p>
      </form>
      {after}
    </div>
  );
}
