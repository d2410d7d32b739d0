/* Logging out leaves nothing of the person on a shared device. */
document.addEventListener("submit", (event) => {
  if (!event.target.matches("form[data-logout]")) return;
  try {
    Object.keys(localStorage)
      .filter((name) => name.startsWith("lava:"))
      .forEach((name) => localStorage.removeItem(name));
  } catch {
    // Storage is switched off: nothing was kept.
  }
});
