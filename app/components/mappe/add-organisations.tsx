import type { ReactNode } from "react";
import { useLocale } from "../layout/locale";
import type { MappeHead } from "./mappe-frame";

/** The way to more organisations, and what stands beside it; for those who may take it. */
export function AddOrganisations({ mappe: { id, role }, children }: { mappe: MappeHead; children?: ReactNode }) {
  const { messages, href } = useLocale();
  if (role === "viewer") return null;
  return (
    <p className="form-actions">
      <a className="button" href={href(`/mappen/${id}/add`)}>
        {messages.mappe.add.title}
      </a>
      {children}
    </p>
  );
}
