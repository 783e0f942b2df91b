import type { ReactNode } from "react";

type Props = { label: string; draw: (narrow: boolean) => ReactNode };

/** A chart in two drawings, for a desk and for a phone; the style sheet shows the one that fits. */
export function Chart({ label, draw }: Props) {
  return (
    <div className="chart" role="group" tabIndex={0} aria-label={label}>
      <div className="chart-wide">{draw(false)}</div>
      <div className="chart-narrow">{draw(true)}</div>
    </div>
  );
}
