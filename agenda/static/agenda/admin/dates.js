// The dates of an event while they are typed: what is not needed is hidden, a sentence and a calendar follow, and a day
// of the calendar can be taken out, cancelled, moved or remarked upon. The fields stay the truth: without this script
// the same form is filled and saved.
"use strict";

(() => {
  const root = document.querySelector("[data-dates]");
  if (!root) return;

  const PAUSE_MS = 300;
  const KINDS = {
    single: ["first", "start", "end", "more_slots"],
    range: ["first", "last", "start", "end", "more_slots", "holidays"],
    weekly: ["first", "last", "endless", "weekdays", "every", "start", "end", "more_slots", "holidays"],
    monthly: ["first", "last", "endless", "nth", "weekdays", "start", "end", "more_slots", "holidays"],
    dates: ["first", "others", "start", "end", "more_slots", "own_hours"],
  };
  // Emptied when a kind without them is chosen, and back with the next kind that has them; single dates that were added
  // stay, but for "one date".
  const OF_KINDS = ["last", "endless", "nth", "weekdays", "every", "holidays"];
  const aside = new Map();
  const BY_CALENDAR = ["except", "cancelled", "full", "changes"];
  const ALL = [...new Set(Object.values(KINDS).flat()), ...BY_CALENDAR];

  const one = (selector, inside = root) => inside.querySelector(selector);
  const every = (selector, inside = root) => [...inside.querySelectorAll(selector)];
  const boxes = (name) => every(`[name="when_${name}"]`, document);
  const words = {};
  for (const word of every("[data-word]", one("[data-dates-words]").content)) words[word.dataset.word] = word.textContent;
  const language = document.documentElement.lang || "fr";
  // Rows of single dates are for who has no script: the calendar does it.
  for (const rows of every("[data-change-rows]", document)) rows.remove();
  let told = JSON.parse(document.getElementById("dates-told").textContent);
  let chosen = "";
  let month = "";

  // Values of fields

  const iso = (text) => {
    const found = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text);
    return found ? `${found[3]}-${found[2].padStart(2, "0")}-${found[1].padStart(2, "0")}` : text;
  };
  const typed = (day) => day.split("-").reverse().join("/");
  const value = (name) => (boxes(name)[0] ? boxes(name)[0].value.trim() : "");
  const days = (name) => value(name).split(/[\s,;]+/).filter(Boolean).map(iso);
  const changes = () => {
    try {
      return JSON.parse(value("changes") || "[]");
    } catch {
      return [];
    }
  };

  function fill(name, text) {
    const box = boxes(name)[0];
    if (!box || box.value === text) return;
    box.value = text;
    box.dispatchEvent(new Event("input", { bubbles: true }));
    box.dispatchEvent(new Event("change", { bubbles: true }));
  }

  const fillDays = (name, list) => fill(name, [...new Set(list)].sort().map(typed).join(", "));

  function empty(name) {
    for (const box of boxes(name)) {
      if (box.type === "checkbox") box.checked = false;
      else fill(name, "");
    }
  }

  // Kinds

  function wrapper(name) {
    const box = boxes(name)[0];
    return box && box.closest(".w-panel__wrapper, .tr-field");
  }

  function show(kind) {
    for (const name of ALL) {
      const part = wrapper(name);
      if (!part) continue;
      const failed = part.querySelector(".w-field--error, .error-message, .tr-field__error");
      part.hidden = !(KINDS[kind] || []).includes(name) && !failed;
      const mark = part.nextElementSibling;
      if (mark && mark.matches(".tr-mark")) mark.hidden = part.hidden;
    }
    for (const row of every(".w-panel__wrapper", document)) {
      const inside = every(".w-panel__wrapper", row);
      if (inside.length && row.querySelector('[name^="when_"]')) row.hidden = inside.every((part) => part.hidden);
    }
  }

  const isTyped = (name) => boxes(name).some((box) => (box.type === "checkbox" ? box.checked : box.value.trim()));

  function presentKind() {
    if (isTyped("nth")) return "monthly";
    if (isTyped("weekdays")) return "weekly";
    if (isTyped("endless") || isTyped("last")) return isTyped("endless") ? "weekly" : "range";
    if (isTyped("others") || isTyped("own_hours")) return "dates";
    return isTyped("first") || !root.dataset.base ? "single" : "";
  }

  function setKind(kind) {
    for (const radio of every("[name=when_kind]", document)) radio.checked = radio.value === kind;
    show(kind);
  }

  function putAside(name) {
    if (!isTyped(name)) return;
    aside.set(name, boxes(name).map((box) => (box.type === "checkbox" ? box.checked : box.value)));
    empty(name);
  }

  function putBack(name) {
    const before = aside.get(name);
    aside.delete(name);
    if (!before || isTyped(name)) return;
    for (const [number, box] of boxes(name).entries()) {
      if (box.type === "checkbox") box.checked = before[number];
      else fill(name, before[number]);
    }
  }

  function chooseKind(kind) {
    const without = OF_KINDS.filter((name) => !KINDS[kind].includes(name));
    if (kind === "single") without.push("others", "own_hours");
    if (kind === "single" || kind === "dates") without.push("except");
    for (const name of [...OF_KINDS, "others", "own_hours", "except"]) {
      if (without.includes(name)) putAside(name);
      else putBack(name);
    }
    for (const rows of every(".tr-rows", document)) rows.redraw();
    setKind(kind);
  }

  // Rows of hours instead of one box

  function rowsOf(name, dated) {
    const box = boxes(name)[0];
    if (!box) return;
    const list = document.createElement("div");
    list.className = "tr-rows";
    const add = Object.assign(document.createElement("button"), {
      type: "button",
      className: "button button-secondary button-small",
      textContent: dated ? words.dated : words.row,
    });
    const write = () => {
      const lines = every(".tr-rows__row", list).map((row) => {
        const [day, start, end] = ["day", "start", "end"].map((part) => row.querySelector(`[data-part=${part}]`)?.value || "");
        // An end alone is sent too: it is told at its field that the beginning is missing.
        const hours = start + (end ? `-${end}` : "");
        return dated ? day && `${typed(day)} ${hours}`.trim() : hours;
      });
      fill(name, lines.filter(Boolean).join(dated ? "\n" : ", "));
    };
    const draw = (day, start, end) => {
      const row = document.createElement("div");
      row.className = "tr-rows__row";
      for (const [part, kind, text, given] of [
        ["day", "date", words.day, day],
        ["start", "time", words.from, start],
        ["end", "time", words.until, end],
      ]) {
        if (part === "day" && !dated) continue;
        const label = document.createElement("label");
        const input = Object.assign(document.createElement("input"), { type: kind, value: given || "" });
        input.dataset.part = part;
        input.addEventListener("change", write);
        label.append(`${text} `, input);
        row.append(label);
      }
      const remove = Object.assign(document.createElement("button"), { type: "button", className: "tr-choice" });
      remove.textContent = words.remove;
      remove.addEventListener("click", () => {
        row.remove();
        write();
        add.focus();
      });
      row.append(remove);
      list.append(row);
      return row;
    };
    const hour = (text) => {
      const found = /^(\d{1,2})\s*[:h]?\s*(\d{2})?$/i.exec((text || "").trim());
      return found ? `${found[1].padStart(2, "0")}:${found[2] || "00"}` : "";
    };
    list.redraw = () => {
      list.replaceChildren();
      for (const line of box.value.split(/[\n,;]+/).map((part) => part.trim()).filter(Boolean)) {
        const [day, hours] = dated ? [line.split(" ")[0], line.split(" ").slice(1).join(" ")] : ["", line];
        const [start, end] = hours.split(/[-–—]/);
        draw(iso(day), hour(start), hour(end));
      }
    };
    list.redraw();
    add.addEventListener("click", () => draw().querySelector("input").focus());
    box.hidden = true;
    box.after(list, add);
    const help = wrapper(name)?.querySelector(".w-field__help, .tr-muted");
    if (help && !box.closest(".w-field--error, .tr-field--wrong")) help.hidden = true;
  }

  // The preview

  let asked = "";
  let timer = 0;
  let running = null;

  function posted() {
    const body = new FormData();
    for (const name of ALL) {
      for (const box of boxes(name)) {
        if (box.type !== "checkbox" || box.checked) body.append(box.name, box.value);
      }
    }
    for (const radio of every("[name=when_kind]:checked", document)) body.append(radio.name, radio.value);
    for (const box of every("[name=dates_back]")) if (box.checked) body.append(box.name, box.value);
    return body;
  }

  const fingerprint = () => JSON.stringify([...posted()]);

  function lookAgain() {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => {
      if (fingerprint() !== asked) ask();
    }, PAUSE_MS);
  }

  async function ask() {
    asked = fingerprint();
    if (running) running.abort();
    running = new AbortController();
    const body = posted();
    body.append("base", root.dataset.base);
    if (root.dataset.source) {
      body.append("source", root.dataset.source);
      body.append("known", root.dataset.known);
    }
    const token = document.querySelector("[name=csrfmiddlewaretoken]");
    try {
      const answer = await fetch(root.dataset.url, {
        method: "POST",
        body,
        signal: running.signal,
        headers: { "X-CSRFToken": token ? token.value : "" },
      });
      if (!answer.ok) throw new Error(answer.statusText);
      told = await answer.json();
      write();
    } catch (error) {
      if (error.name === "AbortError") return;
      asked = "";
      writeNotes([root.dataset.failed]);
    }
  }

  const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

  function writeNotes(notes, faults = []) {
    const list = one("[data-dates-notes]");
    list.replaceChildren(
      ...[...faults.map((text) => [text, "tr-when__fault"]), ...notes.map((text) => [text, ""])].map(([text, name]) =>
        Object.assign(document.createElement("li"), { textContent: text, className: name }),
      ),
    );
  }

  // Whether single dates are kept over the source's, or all dates become one's own.
  function writeKept({ how, words: said }) {
    const place = one("[data-dates-kept]");
    if (!place) return;
    place.textContent = said || place.dataset.otherwise;
    place.classList.toggle("is-single", how === "single");
    place.classList.toggle("is-whole", how === "whole");
  }

  function write() {
    one("[data-dates-sentence]").textContent = capital(told.sentences.fr) || root.dataset.empty;
    one("[data-dates-count]").textContent = told.days.length ? told.count : "";
    for (const part of every("[data-dates-language]")) {
      part.textContent = capital(told.sentences[part.dataset.datesLanguage] || "");
    }
    writeNotes(told.notes || [], Object.values(told.faults || {}));
    writeKept(told.kept || {});
    // Months without any of the dates are left, but not under the finger of somebody who chose a day there.
    const months = shownMonths();
    const chosenThere = months.includes(chosen.slice(0, 7));
    if (told.days.length && !chosenThere && !told.days.some((span) => months.includes(span.day.slice(0, 7)))) month = "";
    drawCalendar();
  }

  // The calendar

  const utc = (day) => new Date(`${day}T00:00:00Z`);
  const text = (date) => date.toISOString().slice(0, 10);
  const shifted = (day, by) => text(new Date(utc(day).getTime() + by * 86400000));
  const spoken = (day, options) => new Intl.DateTimeFormat(language, { timeZone: "UTC", ...options }).format(utc(day));
  const whole = { weekday: "long", day: "numeric", month: "long", year: "numeric" };

  function byDay() {
    const found = new Map();
    for (const span of told.days) found.set(span.day, [...(found.get(span.day) || []), span]);
    return found;
  }

  const away = () => new Map(told.days.filter((span) => span.from && span.from !== span.day).map((span) => [span.from, span]));

  function firstMonth() {
    const today = text(new Date());
    const coming = told.days.find((span) => span.day >= today) || told.days[0];
    return (coming ? coming.day : iso(value("first")) || today).slice(0, 7);
  }

  function monthAfter(name, by) {
    const [year, number] = name.split("-").map(Number);
    return text(new Date(Date.UTC(year, number - 1 + by, 1))).slice(0, 7);
  }

  function shownMonths() {
    if (!/^\d{4}-\d{2}$/.test(month)) month = firstMonth();
    if (!/^\d{4}-\d{2}$/.test(month)) month = text(new Date()).slice(0, 7);
    return window.matchMedia("(min-width: 60em)").matches ? [month, monthAfter(month, 1)] : [month];
  }

  function stateOf(day, dates, moved) {
    const spans = dates.get(day) || [];
    if (spans.length) {
      const states = [...new Set(spans.map((span) => span.status))];
      return { name: states.length === 1 ? states[0] : "scheduled", spans };
    }
    if (moved.has(day)) return { name: "away", spans: [] };
    return { name: days("except").includes(day) ? "except" : "", spans: [] };
  }

  function drawCalendar() {
    const dates = byDay();
    const moved = away();
    const focused = document.activeElement && document.activeElement.dataset ? document.activeElement.dataset.day : "";
    one("[data-dates-months]").replaceChildren(...shownMonths().map((name) => drawMonth(name, dates, moved)));
    const stop = one(`[data-day="${chosen}"]`) || one("[data-day].is-date") || one("[data-day]");
    if (stop) stop.tabIndex = 0;
    if (focused) one(`[data-day="${focused}"]`)?.focus();
    if (chosen) drawDay();
  }

  function drawMonth(name, dates, moved) {
    const table = document.createElement("table");
    table.className = "tr-cal";
    const caption = table.createCaption();
    caption.textContent = capital(spoken(`${name}-01`, { month: "long", year: "numeric" }));
    const head = table.createTHead().insertRow();
    for (let weekday = 5; weekday < 12; weekday += 1) {
      const cell = document.createElement("th");
      cell.scope = "col";
      cell.textContent = spoken(`2026-01-${String(weekday).padStart(2, "0")}`, { weekday: "narrow" });
      cell.abbr = spoken(`2026-01-${String(weekday).padStart(2, "0")}`, { weekday: "long" });
      head.append(cell);
    }
    const body = table.createTBody();
    let row = null;
    for (let day = `${name}-01`; day.startsWith(name); day = shifted(day, 1)) {
      const weekday = (utc(day).getUTCDay() + 6) % 7;
      if (!row || weekday === 0) {
        row = body.insertRow();
        if (weekday) row.insertCell().colSpan = weekday;
      }
      row.insertCell().append(drawButton(day, stateOf(day, dates, moved)));
    }
    return table;
  }

  function drawButton(day, state) {
    const button = Object.assign(document.createElement("button"), { type: "button", tabIndex: -1 });
    button.className = `tr-cal__day${state.spans.length ? " is-date" : ""}${state.name ? ` is-${state.name}` : ""}`;
    button.dataset.day = day;
    button.textContent = String(Number(day.slice(8)));
    const hours = state.spans.map((span) => span.hours).join(", ");
    const notes = state.spans.map((span) => span.note).filter(Boolean).join(", ");
    button.setAttribute("aria-label", [spoken(day, whole), hours, words[state.name] || "", notes].filter(Boolean).join(", "));
    button.setAttribute("aria-pressed", String(day === chosen));
    if (hours) button.title = [hours, words[state.name] || "", notes].filter(Boolean).join(", ");
    return button;
  }

  // One day

  // A moved date is changed where it came from.
  const originOf = (day) => {
    const span = told.days.find((other) => other.day === day);
    return span && span.from ? span.from : day;
  };

  const changeOf = (day) => changes().find((change) => change.day === day && !change.start);

  function choiceOf(day) {
    const change = changeOf(day);
    if (change) return change.status || "scheduled";
    if (days("cancelled").includes(day)) return "cancelled";
    if (days("full").includes(day)) return "full";
    if (days("except").includes(day)) return "none";
    const span = told.days.find((other) => other.day === day);
    return span ? span.status : "";
  }

  function drawDay() {
    const panel = one("[data-dates-day]");
    const change = changeOf(chosen) || {};
    const choice = panel.dataset.wants || choiceOf(chosen);
    panel.hidden = false;
    one("[data-day-title]").textContent = capital(spoken(chosen, whole));
    one("[data-day-hours]").textContent = told.days
      .filter((span) => (span.from || span.day) === chosen)
      .map((span) => span.hours)
      .join(", ");
    // Days are added to a source's dates and taken out of them whatever the boxes can say.
    const rich = Boolean(root.dataset.base) && !root.dataset.source && !["first", "others", "own_hours"].some(isTyped);
    for (const button of every("[data-day-choice]")) {
      const name = button.dataset.dayChoice;
      const possible = choice ? name !== "add" && !(name === "none" && rich) : name === "add" && !rich;
      button.hidden = !possible;
      button.setAttribute("aria-pressed", String(name === choice));
    }
    one("[data-day-moved]").hidden = choice !== "moved";
    one("[data-day-noted]").hidden = !choice || choice === "none";
    for (const input of every("[data-day-new]")) {
      if (document.activeElement !== input) input.value = change[input.dataset.dayNew] || "";
    }
    const note = one("[data-day-note]");
    if (document.activeElement !== note) note.value = (change.note && change.note.fr) || "";
  }

  function keep(day, choice) {
    const before = changeOf(day) || {};
    const where = {};
    for (const input of every("[data-day-new]")) if (input.value) where[input.dataset.dayNew] = input.value;
    if (choice === "moved" && !Object.keys(where).length) {
      // Until it is said where to, a date stays what it was.
      choice = choiceOf(day);
      for (const part of ["new_day", "new_start", "new_end"]) if (before[part]) where[part] = before[part];
    }
    const rest = changes().filter((change) => change !== before && !(change.day === day && !change.start));
    for (const name of ["except", "cancelled", "full"]) {
      if (days(name).includes(day)) fillDays(name, days(name).filter((other) => other !== day));
    }
    const note = { ...before.note, fr: one("[data-day-note]").value.trim() };
    if (!note.fr) delete note.fr;
    const noted = Object.keys(note).length > 0;
    const change = { day, status: choice, ...(choice === "moved" ? where : {}) };
    if (noted) change.note = note;
    if (choice === "none") takeOut(day);
    else if (["cancelled", "full"].includes(choice) && !noted) fillDays(choice, [...days(choice), day]);
    else if (choice === "moved" ? change.new_day || change.new_start : noted || choice === "postponed") rest.push(change);
    else if (["cancelled", "full"].includes(choice)) rest.push(change);
    fill("changes", JSON.stringify(rest));
    lookAgain();
  }

  function takeOut(day) {
    const own = value("own_hours").split("\n");
    const kept = own.filter((line) => iso(line.trim().split(" ")[0]) !== day);
    if (days("others").includes(day)) fillDays("others", days("others").filter((other) => other !== day));
    else if (kept.length < own.length) {
      fill("own_hours", kept.join("\n"));
      for (const rows of every(".tr-rows", document)) rows.redraw();
    } else fillDays("except", [...days("except"), day]);
  }

  function add(day) {
    if (!isTyped("first") && !root.dataset.source) {
      fill("first", day);
      if (presentKind() === "single") setKind("single");
    } else {
      fillDays("others", [...days("others"), day]);
      if (presentKind() === "dates") setKind("dates");
    }
    lookAgain();
  }

  function choose(choice) {
    const panel = one("[data-dates-day]");
    panel.dataset.wants = choice === "moved" ? "moved" : "";
    if (choice === "add") add(chosen);
    else keep(chosen, choice);
    drawDay();
    if (choice === "moved") one("[data-day-new]").focus();
  }

  // What happens

  one("[data-dates-calendar]").hidden = false;
  one("[data-dates-calendar]").addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.datesTurn) {
      month = monthAfter(month, Number(button.dataset.datesTurn));
      drawCalendar();
    } else if (button.dataset.day) {
      chosen = originOf(button.dataset.day);
      one("[data-dates-day]").dataset.wants = "";
      drawCalendar();
    } else if (button.dataset.dayChoice) choose(button.dataset.dayChoice);
  });
  one("[data-dates-months]").addEventListener("keydown", (event) => {
    const by = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }[event.key];
    const from = event.target.dataset.day;
    if (!by || !from) return;
    event.preventDefault();
    const to = shifted(from, by);
    if (!one(`[data-day="${to}"]`)) {
      month = by < 0 ? to.slice(0, 7) : monthAfter(month, 1);
      drawCalendar();
    }
    one(`[data-day="${to}"]`)?.focus();
  });
  one("[data-dates-day]").addEventListener("change", (event) => {
    event.stopPropagation();
    if (event.target.matches("input")) keep(chosen, one("[data-dates-day]").dataset.wants || choiceOf(chosen));
  });
  // Enter in a box of a day would send the whole form.
  one("[data-dates-day]").addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.matches("input")) {
      event.preventDefault();
      event.target.blur();
    }
  });
  // Who gives all back sees it date by date.
  const allBack = one("[data-dates-all-back]");
  if (allBack) {
    allBack.addEventListener("change", () => {
      for (const box of every("[name=dates_back]")) box.checked = allBack.checked;
    });
  }
  const kinds = document.querySelector("[data-dates-kinds]");
  if (kinds) {
    kinds.hidden = false;
    kinds.addEventListener("change", (event) => chooseKind(event.target.value));
  }
  rowsOf("more_slots", false);
  rowsOf("own_hours", true);
  setKind(presentKind());
  // The admin's pickers write without an event of their own: what is done anywhere may have changed a field.
  for (const name of ["input", "change", "focusout", "click"]) {
    document.addEventListener(name, lookAgain);
  }
  write();
  // A form that came back with faults holds what was typed, not what is in force.
  if (document.querySelector(".error-message, .tr-field__error")) ask();
  else asked = fingerprint();
})();
