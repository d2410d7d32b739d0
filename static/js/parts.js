/*
 * Parts of the light screen are fetched by htmx when they come into view ([data-part-waiting]), the
 * pieces of the comparison as soon as the page is there.
 * Here: what a person is led to stays where it is while the parts above it grow, the focus is not
 * lost with the link that a part replaces, and a part that could not be fetched is tried again.
 */
(() => {
  "use strict";

  const waiting = () => Array.from(document.querySelectorAll("[data-part-waiting]"));
  const isWaiting = (event) => event.target.matches?.("[data-part-waiting]");
  const sectionOf = (element) => element.closest("section.part");
  // The place that the address names, until the person moves on.
  let led = location.hash.length > 1;

  const place = () => document.getElementById(decodeURIComponent(location.hash.slice(1)));

  const isSeen = (element) => {
    const box = element?.getBoundingClientRect();
    return Boolean(box && box.top < window.innerHeight && box.bottom > 0);
  };

  const failed = (element) => {
    element.dataset.partFailed = "";
    sectionOf(element).removeAttribute("aria-busy");
  };

  ["wheel", "touchmove", "keydown", "pointerdown", "input"].forEach((name) =>
    document.addEventListener(name, () => (led = false), { capture: true, passive: true }),
  );
  document.addEventListener("click", (event) => {
    if (event.target.closest('a[href^="#"]')) led = true;
  });
  window.addEventListener("hashchange", () => (led = true));

  document.addEventListener("htmx:beforeRequest", (event) => {
    if (isWaiting(event)) sectionOf(event.target).setAttribute("aria-busy", "true");
  });

  document.addEventListener("htmx:beforeSwap", (event) => {
    if (!isWaiting(event)) return;
    const section = sectionOf(event.target);
    led = led && isSeen(place());
    // The log-in page, after the session has ended, does not belong into a part.
    if (!new URL(event.detail.xhr.responseURL).searchParams.has("inside")) {
      event.detail.shouldSwap = false;
      failed(event.target);
      return;
    }
    if (event.target.contains(document.activeElement)) section.focus({ preventScroll: true });
  });

  document.addEventListener("htmx:afterSwap", (event) => {
    if (led && sectionOf(event.target)?.hasAttribute("aria-busy")) place()?.scrollIntoView({ behavior: "instant" });
  });

  document.addEventListener("htmx:load", (event) => {
    const section = sectionOf(event.target);
    if (!section?.hasAttribute("aria-busy")) return;
    section.removeAttribute("aria-busy");
    // A part may be shorter than its place was: htmx looks for what has come into view.
    window.dispatchEvent(new Event("scroll"));
  });

  ["htmx:sendError", "htmx:responseError", "htmx:timeout"].forEach((name) =>
    document.addEventListener(name, (event) => {
      if (isWaiting(event)) failed(event.target);
    }),
  );

  window.addEventListener("online", () =>
    waiting()
      .filter((element) => "partFailed" in element.dataset)
      .forEach((element) => {
        delete element.dataset.partFailed;
        htmx.trigger(element, "retry");
      }),
  );
})();
