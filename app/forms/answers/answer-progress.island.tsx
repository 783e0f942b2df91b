import { hydrateRoot } from "react-dom/client";
import { AnswerProgress, type AnswerProgressProps } from "./answer-progress";

/** Wakes the progress of the questionnaire. What was typed before this script arrived is announced right after. */
export default function wake(element: HTMLElement, props: AnswerProgressProps): void {
  hydrateRoot(element, <AnswerProgress {...props} />);
}
