/**
 * Pages are plain HTML, and complete without this script. What it adds: forms keep what is typed, files say how they come
 * along, results follow a change. The few parts that gain from more are islands, fetched when somebody first touches the page.
 */
import { download } from "./browser/download";
import { wakeIslands } from "./browser/islands";
import { followChanges } from "./browser/live-result";
import { keepSaved } from "./browser/saving";
import { showPasswords } from "./browser/show-passwords";
import { sendKept } from "./browser/send-kept";

wakeIslands({ "answer-progress": () => import("./forms/answers/answer-progress.island") });

const savedForm = document.querySelector<HTMLFormElement>("form[data-save]");
if (savedForm) keepSaved(savedForm);
const sendLeft = () => void sendKept(savedForm?.dataset.save ?? "");
window.addEventListener("online", sendLeft);
sendLeft();

const followed = document.querySelector<HTMLElement>("[data-follow]");
if (followed) void import("./browser/follow").then(({ follow }) => follow(followed));

for (const form of document.querySelectorAll<HTMLFormElement>("form[data-live]")) followChanges(form);

for (const form of document.querySelectorAll<HTMLFormElement>("form[data-download]"))
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void download(form);
  });

for (const button of document.querySelectorAll<HTMLElement>("[data-copy]")) {
  // Browsers give the clipboard to secure pages only; elsewhere the link is there to be selected.
  button.hidden = !window.isSecureContext;
  button.addEventListener("click", () => {
    void navigator.clipboard.writeText(button.dataset.copy ?? "").then(() => {
      if (button.nextElementSibling) button.nextElementSibling.textContent = button.dataset.copied ?? "";
    });
  });
}

showPasswords();
