import { useLocation } from "@remix-run/react";
import { useLocale } from "./locale";

/** In the address of a page: how many megabytes it takes, after more was sent. */
export const tooLargeParameter = "too-large";

/** Above a page to which more was sent than it takes, such as too large a file. */
export function TooLargeNotice() {
  const { messages } = useLocale();
  const megabytes = Number(new URLSearchParams(useLocation().search).get(tooLargeParameter));
  if (!Number.isSafeInteger(megabytes) || megabytes < 1) return null;
  return (
    <div className="page too-large">
      <p className="alert alert-warning" role="alert">
        {messages.errors.tooLarge(megabytes)}
      </p>
    </div>
  );
}
