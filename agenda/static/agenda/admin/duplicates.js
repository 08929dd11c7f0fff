// One key for each answer, while nobody types and unless somebody switched the keys off (they may belong to a screen
// reader or to a voice).
(() => {
  const page = document.querySelector("[data-duplicates]");
  if (!page) return;
  const REMEMBERED = "traverse-duplicates-keys";
  const choice = page.querySelector("[data-keys]");
  const remembered = () => {
    try {
      return localStorage.getItem(REMEMBERED) !== "off";
    } catch {
      return true; // storage refused: the keys work, nothing is remembered
    }
  };
  if (choice) {
    choice.checked = remembered();
    choice.addEventListener("change", () => {
      try {
        localStorage.setItem(REMEMBERED, choice.checked ? "on" : "off");
      } catch {
        // Nothing to be done: the choice holds for this page.
      }
    });
  }
  const wanted = () => (choice ? choice.checked : remembered());
  const typing = (target) => target.closest("textarea, select, [contenteditable], input:not([type=checkbox])");
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || !wanted()) return;
    if (event.target instanceof Element && typing(event.target)) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const button = page.querySelector(`[data-key="${CSS.escape(key)}"]`);
    if (!button) return;
    event.preventDefault();
    button.click();
  });
  page.querySelector("[data-question]")?.focus({ preventScroll: true });
})();
