import { CartesianGrid, Line, LineChart, XAxis, YAxis } from "recharts";
import type { Palette } from "./palette";

type Props = {
  id: string;
  label: string;
  points: { budget: number; score: number | null }[];
  palette: Palette;
  money: (euros: number) => string;
  narrow?: boolean;
};

/** The best value that a plan reaches at rising budgets. */
export function FrontierChart({ id, label, points, palette, money, narrow = false }: Props) {
  return (
    <LineChart
      id={id}
      role="img"
      title={label}
      width={narrow ? 288 : 660}
      height={narrow ? 240 : 300}
      data={points}
      margin={{ top: 8, right: 32, bottom: 8, left: 8 }}
      accessibilityLayer={false}
    >
      <CartesianGrid stroke={palette.line} />
      <XAxis
        dataKey="budget"
        type="number"
        domain={[0, "auto"]}
        tickFormatter={money}
        tickCount={narrow ? 3 : 5}
        stroke={palette.text}
        tick={{ fill: palette.text, fontSize: 14 }}
      />
      <YAxis domain={[0, 100]} ticks={[0, 25, 50, 75, 100]} width={40} stroke={palette.text} tick={{ fill: palette.text, fontSize: 14 }} />
      <Line dataKey="score" type="stepAfter" stroke={palette.mark} strokeWidth={2.5} dot={false} isAnimationActive={false} />
    </LineChart>
  );
}
