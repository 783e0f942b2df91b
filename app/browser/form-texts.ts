/** What a form would send, but for files. @param pressed the button that sends it; null: none. */
export function textsOf(form: HTMLFormElement, pressed: HTMLElement | null = null): URLSearchParams {
  const texts = new URLSearchParams();
  for (const [name, value] of new FormData(form, pressed)) if (typeof value === "string") texts.append(name, value);
  return texts;
}
