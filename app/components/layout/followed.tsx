import type { ReactNode } from "react";

type FollowedProps = {
  /** Address of the stream of events, and what it says as long as the page is as it is. */
  events: string;
  tag: string | null;
  /** Seconds after which it loads again without a script; null: somebody may be filling something in. */
  reloads: number | null;
  className: string;
  children: ReactNode;
};

/**
 * A page that follows what happens elsewhere: with a script by a stream of events, see app/browser/follow.ts; without one it loads
 * again by itself where nothing is to be filled in. Inside, each `FollowedPart` is exchanged where it has changed.
 */
export function Followed({ events, tag, reloads, className, children }: FollowedProps) {
  return (
    <div className={className} data-follow={events} data-follow-tag={tag ?? undefined}>
      {reloads !== null && (
        <noscript>
          <meta httpEquiv="refresh" content={String(reloads)} />
        </noscript>
      )}
      {children}
    </div>
  );
}

type PartProps = {
  /** Once a page. */
  name: string;
  /** What it shows: as long as that is the same, a form in it stays as somebody is filling it in. Without it, any change counts. */
  of?: string;
  /** What it is read out as when it changes; a part without one changes silently. */
  label?: string;
  className?: string;
  children: ReactNode;
};

export function FollowedPart({ name, of, label, className, children }: PartProps) {
  return (
    <div className={className} data-follow-part={name} data-follow-of={of} {...(label && { role: "status", "aria-label": label })}>
      {children}
    </div>
  );
}
