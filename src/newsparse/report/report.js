"use strict";
(() => {
  const root = document.documentElement;
  const rules = [...document.querySelectorAll("button.rule")];
  const pieces = document.querySelector(".document");
  let chosen = null;

  function choose(rule, scroll) {
    chosen = chosen === rule ? null : rule;
    for (const button of rules) {
      button.setAttribute("aria-pressed", String(button.dataset.rule === chosen));
    }
    for (const old of pieces.querySelectorAll(".hit")) old.classList.remove("hit");
    root.classList.toggle("choosing", chosen !== null);
    if (chosen === null) return;
    const found = pieces.querySelectorAll(`[data-rule="${chosen}"]`);
    for (const piece of found) piece.classList.add("hit");
    if (!scroll || !found.length) return;
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    found[0].scrollIntoView({ block: "center", behavior: still ? "auto" : "smooth" });
  }

  for (const button of rules) {
    button.addEventListener("click", () => choose(button.dataset.rule, true));
  }
  function fromPiece(event) {
    const piece = event.target.closest("p[data-rule]");
    if (piece === null) return;
    choose(piece.dataset.rule, false);
    const button = rules.find((one) => one.dataset.rule === piece.dataset.rule);
    if (button) button.scrollIntoView({ block: "nearest" });
  }
  pieces.addEventListener("click", fromPiece);
  pieces.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      fromPiece(event);
    }
  });
  const status = document.querySelector(".status");
  const help = status.textContent;
  function tell(event) {
    const piece = event.target.closest("p[data-rule]");
    status.textContent = piece === null ? help : piece.title;
  }
  for (const kind of ["mouseover", "focusin"]) pieces.addEventListener(kind, tell);
  for (const kind of ["mouseleave", "focusout"]) {
    pieces.addEventListener(kind, () => { status.textContent = help; });
  }
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && chosen !== null) choose(chosen, false);
  });
  for (const button of document.querySelectorAll("[data-show]")) {
    button.addEventListener("click", () => {
      const shown = button.getAttribute("aria-pressed") !== "true";
      button.setAttribute("aria-pressed", String(shown));
      root.classList.toggle(`no-${button.dataset.show}`, !shown);
    });
  }
  document.getElementById("theme").addEventListener("click", () => {
    const dark = matchMedia("(prefers-color-scheme: dark)").matches;
    const now = root.dataset.theme || (dark ? "dark" : "light");
    root.dataset.theme = now === "dark" ? "light" : "dark";
  });
})();
