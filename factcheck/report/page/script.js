"use strict";
(() => {
  const $ = (id) => document.getElementById(id);
  const root = document.documentElement;
  const notes = [...document.querySelectorAll("details.n")];
  const items = notes.map((note) => ({
    note,
    mark: $("m" + note.id.slice(1)),
    card: note.querySelector(".card"),
    words: "",
    shown: true,
  }));
  const byNumber = new Map(items.map((item) => [item.note.id.slice(1), item]));
  const rows = [...document.querySelectorAll(".row, p.left-out")];
  const phrase = (count, noun) => `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;
  let at = -1;
  let shown = items;

  const say = (text) => { $("say").textContent = text; };

  // ---------------------------------------------------------------- filters

  const wordsOf = (item) => {
    item.words ||= item.note.textContent.toLowerCase().replace(/\s+/g, " ");
    return item.words;
  };

  const wanted = () => {
    const kinds = new Set([...document.querySelectorAll("[name=standing]:checked")].map((b) => b.value));
    const rule = $("rule").value;
    const least = { "": 0, suggestion: 1, warning: 2, error: 3 }[$("severity").value];
    const silenced = $("silenced").value;
    const sought = $("words").value.trim().toLowerCase().replace(/\s+/g, " ");
    return (item) => {
      const { standing, rules, severity } = item.note.dataset;
      const quiet = item.note.classList.contains("quiet");
      return kinds.has(standing) && (!rule || rules.split(" ").includes(rule)) && Number(severity) >= least
        && (silenced === "" || quiet === (silenced === "only")) && (!sought || wordsOf(item).includes(sought));
    };
  };

  // A mark that is filtered out is plain text: it is no link, so that Tab passes it by.
  const show = (item, on) => {
    if (item.shown === on) return;
    item.shown = on;
    item.note.hidden = !on;
    if (!on) item.note.open = false;
    if (!item.mark) return;
    item.mark.classList.toggle("off", !on);
    if (on) item.mark.setAttribute("href", "#f" + item.note.id.slice(1));
    else item.mark.removeAttribute("href");
  };

  const filter = () => {
    const test = wanted();
    const current = shown[at];
    for (const item of items) show(item, test(item));
    shown = items.filter((item) => item.shown);
    at = shown.indexOf(current);
    const brief = $("brief").checked;
    for (const row of rows) {
      row.hidden = brief && !row.querySelector("details.n:not([hidden])");
    }
    const all = shown.length === items.length;
    const told = all ? phrase(items.length, "finding") : `${shown.length.toLocaleString("en")} of ${phrase(items.length, "finding")}`;
    if ($("told").textContent !== told) $("told").textContent = told;
  };

  // ---------------------------------------------------------------- from figure to figure

  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const reach = (element) =>
    element.scrollIntoView({ block: "center", behavior: still.matches ? "auto" : "smooth" });

  const go = (step) => {
    if (!shown.length) { say("No findings are shown"); return; }
    const open = items.find((item) => item.note.open);
    at = at < 0 ? (step > 0 ? 0 : shown.length - 1) : (at + step + shown.length) % shown.length;
    const item = shown[at];
    const target = item.mark ?? item.note.querySelector("summary");
    target.focus({ preventScroll: true });
    if (open) { open.note.open = false; item.note.open = true; }
    reach(target);
    say(`${at + 1} of ${shown.length}`);
  };

  const open = (item) => {
    item.note.open = true;
    at = shown.indexOf(item);
    item.note.querySelector("summary").focus({ preventScroll: true });
    say("opened");
  };

  const close = () => {
    const item = items.find((one) => one.note.open);
    if (!item) return;
    item.note.open = false;
    (item.mark?.hasAttribute("href") ? item.mark : item.note.querySelector("summary")).focus();
    say("closed");
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#f'], a[href^='#m']");
    if (!link) {
      if (event.target.closest(".close")) close();
      return;
    }
    const item = byNumber.get(link.getAttribute("href").slice(2));
    if (!item) return;
    event.preventDefault();
    if (link.getAttribute("href").startsWith("#m")) {
      const target = item.mark ?? item.note.querySelector("summary");
      at = shown.indexOf(item);
      target.focus({ preventScroll: true });
      reach(target);
    } else if (item.note.open) {
      close();
    } else {
      open(item);
    }
  });

  document.addEventListener("focusin", (event) => {
    const holder = event.target.closest("a.m, details.n");
    const item = holder && byNumber.get(holder.id.slice(1));
    if (item && item.shown) at = shown.indexOf(item);
  });

  for (const { note, mark, card } of items) {
    note.addEventListener("toggle", () => {
      mark?.classList.toggle("on", note.open);
      if (note.open && !card.querySelector(".close")) {
        const button = document.createElement("button");
        button.type = "button";
        button.className = "close";
        button.textContent = "Close";
        card.prepend(button);
      }
    });
  }

  // ---------------------------------------------------------------- keys

  const keys = {
    j: () => go(1),
    k: () => go(-1),
    ArrowDown: () => go(1),
    ArrowUp: () => go(-1),
    "/": () => $("words").focus(),
    f: () => { $("narrow").open = true; $("narrow").querySelector("summary").focus(); },
    "?": () => $("help").showModal(),
  };

  // An arrow moves from figure to figure where one has the focus; elsewhere it scrolls, as ever.
  const meant = (event) =>
    !event.key.startsWith("Arrow") || Boolean(document.activeElement?.closest("a.m, details.n > summary"));

  document.addEventListener("keydown", (event) => {
    if ($("help").open || event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target.closest("input:not([type=checkbox]), select, textarea");
    if (event.key === "Escape") {
      if (typing) typing.blur(); else close();
    } else if (!typing && $("keys").checked && Object.hasOwn(keys, event.key) && meant(event)) {
      event.preventDefault();
      keys[event.key]();
    }
  });

  // ---------------------------------------------------------------- the page itself

  const dark = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : dark.matches);
  const tellTheme = () => $("theme").setAttribute("aria-pressed", String(isDark()));
  $("theme").addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    tellTheme();
  });
  dark.addEventListener("change", tellTheme);

  $("previous").addEventListener("click", () => go(-1));
  $("next").addEventListener("click", () => go(1));
  $("helper").addEventListener("click", () => $("help").showModal());
  const form = $("filters");
  form.addEventListener("submit", (event) => event.preventDefault());
  let typed = 0;
  form.addEventListener("input", (event) => {
    clearTimeout(typed);
    // a book has thousands of findings: not all of them are asked at every letter
    if (event.target === $("words")) typed = setTimeout(filter, 120);
    else filter();
  });
  form.addEventListener("reset", () => setTimeout(filter));

  // Browsers that cannot print what is closed get it opened; one name would close the others.
  if (!CSS.supports("selector(::details-content)")) {
    let opened = [];
    addEventListener("beforeprint", () => {
      opened = notes.filter((note) => !note.open && !note.hidden);
      for (const note of notes) note.removeAttribute("name");
      for (const note of opened) note.open = true;
    });
    addEventListener("afterprint", () => {
      for (const note of opened) note.open = false;
      for (const note of notes) note.setAttribute("name", "n");
    });
  }

  const sections = [...document.querySelectorAll("section.draft")];
  if (sections.length > 1) {
    const select = document.createElement("select");
    select.setAttribute("aria-label", "Go to a draft");
    for (const section of sections) select.add(new Option(section.querySelector("h2").textContent, section.id));
    select.addEventListener("change", () => { location.hash = select.value; });
    $("parts").prepend(select);
  }

  const counted = {};
  for (const { note } of items) counted[note.dataset.standing] = (counted[note.dataset.standing] ?? 0) + 1;
  for (const span of document.querySelectorAll("[data-count]")) {
    const count = counted[span.dataset.count] ?? 0;
    span.textContent = count.toLocaleString("en");
    span.closest("label").hidden = !count;
  }
  for (const option of $("rule").options) {
    const used = !option.value || notes.some((note) => note.dataset.rules.split(" ").includes(option.value));
    option.hidden = !used;
  }
  // What is fixed beneath the bar has to know how tall it is: it wraps on a narrow page.
  const bar = document.querySelector(".bar");
  new ResizeObserver(() => {
    const tall = getComputedStyle(bar).position === "sticky" ? bar.offsetHeight : 0;
    root.style.setProperty("--bar", `${tall}px`);
  }).observe(bar);
  $("tools").hidden = form.hidden = $("empty").hidden = false;
  root.classList.add("js");
  tellTheme();
  filter();
})();
