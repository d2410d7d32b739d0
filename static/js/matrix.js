/*
 * Arrow keys move between the cells of table[data-grid], as in a spreadsheet. The table stays a
 * table and each cell's link stays a link: Enter opens it, Tab leaves the table after one stop.
 */
(() => {
  "use strict";

  const linksOf = (row) => Array.from(row.cells, (cell) => cell.querySelector("a.cell, [data-grid-stop]"));
  const rowsOf = (table) => Array.from(table.tBodies).flatMap((body) => Array.from(body.rows, linksOf));

  const STEPS = {
    ArrowUp: [-1, 0],
    ArrowDown: [1, 0],
    ArrowLeft: [0, -1],
    ArrowRight: [0, 1],
    Home: [0, -Infinity],
    End: [0, Infinity],
  };

  const find = (rows, link) => {
    const row = rows.findIndex((links) => links.includes(link));
    return [row, row < 0 ? -1 : rows[row].indexOf(link)];
  };

  const target = (rows, [row, column], [down, right]) => {
    if (down) {
      for (let next = row + down; next >= 0 && next < rows.length; next += down) {
        if (rows[next][column]) return rows[next][column];
      }
      return null;
    }
    const along = rows[row];
    if (right === -Infinity) return along.find(Boolean);
    if (right === Infinity) return along.findLast(Boolean);
    for (let next = column + right; next >= 0 && next < along.length; next += right) {
      if (along[next]) return along[next];
    }
    return null;
  };

  const rove = (table, chosen) =>
    rowsOf(table).flat().filter(Boolean).forEach((link) => {
      link.tabIndex = link === chosen ? 0 : -1;
    });

  const prepare = () =>
    document.querySelectorAll("table[data-grid]").forEach((table) => {
      const links = rowsOf(table).flat().filter(Boolean);
      if (!links.length) return;
      const stop = links.find((link) => link.getAttribute("tabindex") === "0");
      const fresh = links.filter((link) => !link.hasAttribute("tabindex"));
      // A cell that has been written anew keeps the place of the one that it replaces.
      if (fresh.length) rove(table, stop ?? fresh[0]);
    });

  document.addEventListener("keydown", (event) => {
    const step = STEPS[event.key];
    const table = event.target.closest("table[data-grid]");
    if (!step || !table || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const rows = rowsOf(table);
    const here = find(rows, event.target);
    if (here[0] < 0) return;
    event.preventDefault();
    const link = target(rows, here, step);
    if (!link) return;
    rove(table, link);
    link.focus();
  });

  document.addEventListener("focusin", (event) => {
    const table = event.target.closest("table[data-grid]");
    if (table && find(rowsOf(table), event.target)[0] >= 0) rove(table, event.target);
  });

  document.addEventListener("htmx:load", prepare);
  prepare();
})();
