import type { ClientFault } from "../../core/assessment/client-fault";
import type { Locale } from "../../i18n/index";

/** A fault of a table for whoever has to mend it: where it is and whose, what stands there, what is wrong and what to do. */
export function describeFault(fault: ClientFault, file: string, { messages }: Locale): { what: string; why: string } {
  const { clients } = messages.tables;
  const place = fault.cell ?? [fault.row !== null && clients.row(fault.row), fault.column].filter(Boolean).join(", ");
  const words = { ...messages.errors.saveFile, ...clients.faults };
  const why = [
    fault.value && `${messages.names.quoted(shortened(fault.value))}:`,
    words[fault.code],
    fault.suggestion && clients.suggestion(fault.suggestion),
  ];
  return { what: [file, place, fault.client].filter(Boolean).join(", "), why: why.filter(Boolean).join(" ") };
}

/** Enough of a long text to find it by. */
const shortened = (text: string) => (text.length <= 60 ? text : `${text.slice(0, 59)}…`);
