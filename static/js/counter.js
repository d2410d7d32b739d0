/* Characters used beside a long field, in the words that the page brings along. */
(() => {
  "use strict";

  const show = (counter) => {
    const field = document.getElementById(counter.dataset.counterFor);
    if (!field) return;
    // The server counts a line break as one character, and so does a text area's value.
    const used = Array.from(field.value).length;
    const max = Number(counter.dataset.counterMax);
    counter.textContent = counter.dataset.counterText.replace("{used}", used).replace("{max}", max);
    counter.classList.toggle("counter-over", used > max);
  };

  const changed = (event) => {
    if (!event.target.id) return;
    const counter = document.querySelector(`[data-counter-for="${CSS.escape(event.target.id)}"]`);
    if (counter) show(counter);
  };

  const showAll = () => document.querySelectorAll("[data-counter-for]").forEach(show);

  document.addEventListener("input", changed);
  document.addEventListener("lava:filled", changed);
  document.addEventListener("htmx:load", showAll);
  showAll();
})();
