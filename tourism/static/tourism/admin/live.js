// A page whose #tr-live says data-refresh (milliseconds) shows that part anew until it no longer says so. With data-from,
// the address of that part alone, the rest of the page (somebody may be writing in it) stays as it is.
"use strict";

(() => {
  const FAILURES_BEFORE_GIVING_UP = 5;
  let failures = 0;

  async function refresh() {
    const shown = document.getElementById("tr-live");
    try {
      const answer = await fetch(shown.dataset.from || window.location.href, { headers: { "X-Requested-With": "XMLHttpRequest" } });
      if (!answer.ok || answer.redirected) throw new Error(answer.statusText);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.getElementById("tr-live");
      if (!fresh) throw new Error("no live part");
      failures = 0;
      if (shown.dataset.from) {
        shown.replaceWith(fresh);
      } else if (!fresh.dataset.refresh) {
        // It is over: the lines have changed too.
        window.location.reload();
        return;
      } else {
        shown.replaceChildren(...fresh.childNodes);
      }
    } catch {
      failures += 1;
      if (failures >= FAILURES_BEFORE_GIVING_UP) return;
    }
    wait();
  }

  function wait() {
    const shown = document.getElementById("tr-live");
    const pause = Number(shown && shown.dataset.refresh);
    if (pause) window.setTimeout(refresh, pause);
  }

  wait();
})();
