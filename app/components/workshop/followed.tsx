import type { ReactNode } from "react";

/**
 * A page that follows what happens elsewhere: with a script by a stream of events, see app/browser/follow.ts; without one it loads
 * again by itself where nothing is to be filled in. Inside, each `FollowedPart` is exchanged where it has changed.
 * @param events address of the stream. @param reloads seconds; null: somebody may be filling something in.
 */
export function Followed({
  events,
  reloads,
  children,
  className,
}: {
  events: string;
  reloads: number | null;
  children: ReactNode;
  className: string;
}) {
  return (
    <div className={className} data-follow={events}>
      {reloads !== null && (
        <noscript>
          <meta httpEquiv="refresh" content={String(reloads)} />
        </noscript>
      )}
      {children}
    </div>
  );
}

/** @param name of the part, once a page. @param label what it is read out as when it changes; a part without one changes silently. */
export function FollowedPart({
  name,
  className,
  label,
  children,
}: {
  name: string;
  className?: string;
  label?: string;
  children: ReactNode;
}) {
  return (
    <div className={className} data-follow-part={name} {...(label && { role: "status", "aria-label": label })}>
      {children}
    </div>
  );
}
