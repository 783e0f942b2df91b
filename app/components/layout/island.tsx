import type { ReactNode } from "react";

/**
 * A part of a page that comes alive in the browser when somebody first touches it (see entry.client.tsx).
 * Until then, and without a script, it is the HTML that stands inside.
 */
export function Island({ name, props, children }: { name: "answer-progress"; props: object; children: ReactNode }) {
  return (
    <div data-island={name} data-props={JSON.stringify(props)}>
      {children}
    </div>
  );
}
