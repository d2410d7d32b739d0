/*
 * Cells of the impact matrix open in place: htmx fetches the form as a row under the cell's own row.
 * One panel is open at a time; a closed one stays hidden, so that text in it waits there. When a
 * value has been saved, the cell shows it at once. Escape closes and returns to the cell; one button
 * goes on to the next cell.
 */
(() => {
  "use strict";

  const panels = () => Array.from(document.querySelectorAll("tr[data-panel-row]"));
  const panelFor = (key) => panels().find((panel) => panel.dataset.panelRow === key);
  const cellOf = (panel) => document.getElementById(panel.dataset.cell);

  const show = (panel) => {
    panels().forEach((other) => {
      other.hidden = other !== panel;
    });
    document.querySelectorAll("#matrix a.cell").forEach((link) => link.removeAttribute("aria-expanded"));
    cellOf(panel)?.querySelector("a.cell")?.setAttribute("aria-expanded", "true");
    const first = panel.querySelector("form .field") ?? panel;
    const wanted = ["input:checked", "input", "a"].map((each) => first.querySelector(each));
    wanted.find(Boolean)?.focus({ preventScroll: true });
    // The cell stays in sight above what is written about it.
    const cell = cellOf(panel);
    const isSeen = cell.getBoundingClientRect().top >= 0 && panel.getBoundingClientRect().bottom <= window.innerHeight;
    cell.scrollIntoView({ block: isSeen ? "nearest" : "start", inline: "nearest" });
  };

  // The cell to go on with, found as Cell.following does: the next that is empty, else the next.
  const following = (panel) => {
    const links = Array.from(document.querySelectorAll("#matrix a.cell"));
    const here = links.indexOf(cellOf(panel).querySelector("a.cell"));
    const later = links.slice(here + 1);
    return [...later, ...links.slice(0, here)].find((link) => link.matches(".cell-empty")) ?? later[0];
  };

  // What stands beside the cell and changes with it, as far as this page has it.
  const BESIDE = ["matrix-groups", "calculation-table", "harms"];

  const refresh = (panel) => {
    const cell = cellOf(panel);
    const url = cell?.querySelector("a.cell")?.getAttribute("href");
    if (!url) return;
    const query = new URLSearchParams({ cell: "1" });
    BESIDE.filter((id) => document.getElementById(id)).forEach((id) => query.append("shown", id));
    document.querySelectorAll("#harms > .harm").forEach((harm) => query.append("known", harm.id));
    if (document.getElementById("matrix").dataset.view) query.set("view", "difference");
    htmx.ajax("GET", `${url}?${query}`, { target: cell, swap: "innerHTML" });
  };

  const close = (panel) => {
    panel.hidden = true;
    const link = cellOf(panel)?.querySelector("a.cell");
    link?.removeAttribute("aria-expanded");
    link?.focus();
  };

  const watch = (panel) => {
    let timer = 0;
    new MutationObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(() => refresh(panel), 100);
    }).observe(panel, { attributes: true, subtree: true, attributeFilter: ["data-version"] });
  };

  document.addEventListener("htmx:beforeRequest", (event) => {
    const link = event.target.closest?.("a[data-panel]");
    const panel = link && panelFor(link.dataset.panel);
    if (!panel) return;
    event.preventDefault();
    if (panel.hidden) show(panel);
    else if (link.matches("a.cell")) close(panel);
  });

  document.addEventListener("htmx:load", (event) => {
    const panel = event.target.closest?.("tr[data-panel-row]");
    if (!panel || panel.dataset.ready) return;
    panel.dataset.ready = "true";
    watch(panel);
    show(panel);
  });

  // A cell that shows its new value keeps the focus, and still tells that its panel is open.
  const isCell = (event) => event.target.matches?.("#matrix td[id^='cell-']");
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (isCell(event)) event.target.toggleAttribute("data-focused", event.target.contains(document.activeElement));
  });
  document.addEventListener("htmx:afterSwap", (event) => {
    if (!isCell(event)) return;
    const cell = event.target;
    const link = cell.querySelector("a.cell");
    if (panels().some((panel) => panel.dataset.cell === cell.id && !panel.hidden)) link.setAttribute("aria-expanded", "true");
    if (cell.hasAttribute("data-focused")) link.focus({ preventScroll: true });
  });

  document.addEventListener("keydown", (event) => {
    const panel = event.key === "Escape" && event.target.closest?.("tr[data-panel-row]");
    if (panel) close(panel);
  });

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-panel-close], [data-panel-next]");
    const panel = button?.closest("tr[data-panel-row]");
    if (!panel) return;
    event.preventDefault();
    const next = "panelNext" in button.dataset && following(panel);
    if (next) next.click();
    else close(panel);
  });
})();
