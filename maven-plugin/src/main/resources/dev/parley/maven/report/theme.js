"use strict";
/* Dark or light: as the system says, until the reader says otherwise. */
(() => {
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const store = {
    read() {
      try { return localStorage.getItem("parley-theme"); } catch { return null; }
    },
    write(theme) {
      try { localStorage.setItem("parley-theme", theme); } catch { /* It holds for this page, then. */ }
    },
  };
  const chosen = store.read();
  if (chosen === "dark" || chosen === "light") {
    root.dataset.theme = chosen;
  }
  const current = () => root.dataset.theme ?? (system.matches ? "dark" : "light");
  const other = () => (current() === "dark" ? "light" : "dark");

  addEventListener("DOMContentLoaded", () => {
    const button = document.getElementById("theme");
    const show = () => { button.textContent = other() === "dark" ? "Dark colours" : "Light colours"; };
    button.addEventListener("click", () => {
      root.dataset.theme = other();
      store.write(root.dataset.theme);
      show();
    });
    system.addEventListener("change", show);
    show();
  });
})();
