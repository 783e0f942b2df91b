import { pageTitle, useSpeech } from "../components/layout/speech";

export const meta = pageTitle(({ words }) => words.assessment.deletedTitle);
export const loader = () => ({});

export default function Deleted() {
  const { words, href } = useSpeech();
  return (
    <div className="page prose">
      <h1>{words.assessment.deletedTitle}</h1>
      <p className="lead">{words.assessment.deletedText}</p>
      <p>
        <a className="button" href={href("/")}>
          {words.errors.toHome}
        </a>
      </p>
    </div>
  );
}
