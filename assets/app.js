// What pages gain from JavaScript; all of them work without it. No eval, no inline handlers: textContent only.
(() => {
  "use strict";
  const say = document.getElementById("say");
  const tell = (words) => { if (say) say.textContent = words; };

  // Character counters: data-count holds the limit, the line stands behind the field.
  for (const field of document.querySelectorAll("[data-count]")) {
    const limit = Number(field.dataset.count);
    const line = field.nextElementSibling;
    const show = () => { line.textContent = `${[...field.value].length} / ${limit}`; };
    field.addEventListener("input", show);
    show();
  }

  // An undo that is over hides itself; the page says the same when it is loaded again.
  for (const toast of document.querySelectorAll(".toast[data-until]")) {
    const left = Date.parse(toast.dataset.until) - Date.now();
    if (left > 0 && left < 120000) setTimeout(() => toast.classList.add("is-over"), left);
  }

  // One press is enough.
  for (const form of document.querySelectorAll("form[method=post]")) {
    form.addEventListener("submit", (event) => {
      if (form.dataset.sent) { event.preventDefault(); return; }
      form.dataset.sent = "1";
      for (const button of form.querySelectorAll("button")) button.setAttribute("aria-disabled", "true");
      setTimeout(() => { delete form.dataset.sent; }, 5000);
    });
  }

  // Leaving a form with something typed asks first.
  let isDirty = false;
  document.addEventListener("input", (event) => {
    if (event.target.closest("form[method=post]")) isDirty = true;
  });
  document.addEventListener("submit", () => { isDirty = false; });
  addEventListener("beforeunload", (event) => { if (isDirty) event.preventDefault(); });
  addEventListener("pageshow", () => { isDirty = false; for (const form of document.forms) delete form.dataset.sent; });

  // Menus close with Escape and with a click outside.
  const close = (except) => {
    for (const menu of document.querySelectorAll("details.menu[open]")) if (menu !== except) menu.open = false;
  };
  document.addEventListener("click", (event) => close(event.target.closest("details.menu")));

  // Single keys, unless the reader switched them off or is typing.
  const rows = () => [...document.querySelectorAll("ul.queue > li")];
  const current = () => document.activeElement && document.activeElement.closest("ul.queue > li");
  const move = (step) => {
    const list = rows();
    const next = list[Math.max(0, Math.min(list.length - 1, list.indexOf(current()) + step))];
    const link = next && next.querySelector("a");
    if (link) link.focus();
  };
  const press = (selector) => {
    const button = (current() || document).querySelector(selector);
    if (button) button.click();
  };
  const places = { h: "a[href='/']", q: "nav a[href$='/requests']", m: "nav a[href$='tab=mine']", c: "nav a[href*='/coordinate/']" };
  let waitsForPlace = false;
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close(null);
    if (!document.body.dataset.keys || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    if (waitsForPlace) {
      waitsForPlace = false;
      const link = places[event.key] && document.querySelector(places[event.key]);
      if (link) { event.preventDefault(); link.click(); }
      return;
    }
    if (event.key === "g") waitsForPlace = true;
    else if (event.key === "/") { const box = document.querySelector("input[type=search]"); if (box) { event.preventDefault(); box.focus(); } }
    else if (event.key === "j") move(1);
    else if (event.key === "k") move(-1);
    else if (event.key === "c") press("form[action$='/claim'] button");
    else if (event.key === "u") press("form[action$='/undo'] button");
    else if (event.key === "?") tell(document.body.dataset.keys);
  });
})();
