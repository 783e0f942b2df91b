import type { fundingLine } from "../../views/report-view";
import { useLocale } from "../layout/locale";

export function FundingList({ programmes }: { programmes: ReturnType<typeof fundingLine>[] }) {
  const { messages } = useLocale();
  if (programmes.length === 0) return <p>{messages.report.fundingNone}</p>;
  return (
    <ul>
      {programmes.map(({ id, name, text, amount, href }) => (
        <li key={id}>
          <a href={href}>{name}</a>: {text}. {amount} {messages.funding.checkFirst}
        </li>
      ))}
    </ul>
  );
}
