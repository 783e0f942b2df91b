let pressed = false;
const waiting: (() => void)[] = [];

function release(): void {
  // After the click that the press ends in, and its own consequences.
  setTimeout(() => {
    pressed = false;
    for (const change of waiting.splice(0)) change();
  });
}
document.addEventListener("pointerdown", () => (pressed = true), true);
for (const end of ["pointerup", "pointercancel", "dragend"]) document.addEventListener(end, release, true);

/** Changes what the page shows only while no pointer is down: a press must not miss its button because the page moved. */
export function afterPress(change: () => void): void {
  if (pressed) waiting.push(change);
  else change();
}
