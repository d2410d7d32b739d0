// A page that nobody looks at is nobody's presence: it does not ask.
document.addEventListener("htmx:beforeRequest", (event) => {
  if (document.hidden && event.target.matches("[data-presence]")) event.preventDefault();
});
