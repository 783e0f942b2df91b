import type { fundingLine } from "../../documents/report-view";
import { useSpeech } from "../layout/speech";

export function FundingList({ programmes }: { programmes: ReturnType<typeof fundingLine>[] }) {
  const { words } = useSpeech();
  if (programmes.length === 0) return <p>{words.report.fundingNone}</p>;
  return (
    <ul>
      {programmes.map(({ id, name, text, amount, href }) => (
        <li key={id}>
          <a href={href}>{name}</a>: {text}. {amount} {words.funding.checkFirst}
        </li>
      ))}
    </ul>
  );
}
