import type { FormHTMLAttributes, ReactNode } from "react";
import { useLocale } from "../components/layout/locale";
import { savedFormId } from "../components/layout/saved-form-page";
import { ErrorSummary, SavedFormContext } from "./field";
import type { FormState } from "./submit-parts";

type Props = Pick<FormHTMLAttributes<HTMLFormElement>, "action" | "className" | "encType"> & {
  state: FormState;
  /** Where the browser sends changes (see app/browser/saved-form.ts); without a script the form goes to its own page. */
  saveUrl: string;
  /** `check`: nothing is kept until the form is submitted; until then what is typed belongs to the tab alone. */
  mode?: "save" | "check";
  /** What stands before an error in the summary where labels repeat, by the beginning of the input's name. */
  titles?: Record<string, string>;
  children: ReactNode;
};

/** The one form that keeps what is typed in it: as a whole when it is submitted, and in the browser change by change. */
export function SavedForm({ state, saveUrl, mode = "save", titles = {}, children, ...attributes }: Props) {
  const { conflict } = useLocale().messages.saving;
  const titled = (name: string, text: string) => {
    const title = titles[name] ?? titles[name.slice(0, name.lastIndexOf("."))];
    return { name, text: title ? `${title}: ${text}` : text };
  };
  const errors = [
    ...Object.entries(state.errors).map(([name, text]) => titled(name, text)),
    ...Object.keys(state.conflicts).map((part) => titled(part, conflict.title)),
  ];
  return (
    <form {...attributes} id={savedFormId} method="post" noValidate autoComplete="off" data-save={saveUrl} data-mode={mode}>
      <div data-summary="">
        <ErrorSummary errors={errors} />
      </div>
      <SavedFormContext.Provider value={state}>{children}</SavedFormContext.Provider>
    </form>
  );
}

/** Where the form says what is saved. What is read aloud is said less often than what is shown. */
export function SaveState() {
  return (
    <>
      <p className="save-state" data-state="" aria-hidden="true" />
      <p className="visually-hidden" role="status" data-said="" />
    </>
  );
}
