/** Each button shows what is typed in its field, and hides it again: before the form is sent, too, so that no browser keeps it as text. */
export function showPasswords(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>("[data-shows]")) {
    const field = document.getElementById(button.dataset.shows ?? "");
    if (!(field instanceof HTMLInputElement)) continue;
    const words = { show: button.textContent, hide: button.dataset.hide ?? "" };
    const turn = (isShown: boolean) => {
      field.type = isShown ? "text" : "password";
      button.textContent = isShown ? words.hide : words.show;
    };
    button.hidden = false;
    button.addEventListener("click", () => turn(field.type === "password"));
    field.form?.addEventListener("submit", () => turn(false));
  }
}
