import { pageTitle, useLocale } from "../components/layout/locale";

export const meta = pageTitle(({ messages }) => messages.assessment.deletedTitle);
export const loader = () => ({});

export default function Deleted() {
  const { messages, href } = useLocale();
  return (
    <div className="page prose">
      <h1>{messages.assessment.deletedTitle}</h1>
      <p className="lead">{messages.assessment.deletedText}</p>
      <p>
        <a className="button" href={href("/")}>
          {messages.errors.toHome}
        </a>
      </p>
    </div>
  );
}
