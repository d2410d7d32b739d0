/*
 * Saves each changed field of form[data-save-url] on its own, so that nothing typed is lost.
 *
 * A slot is one value; its controls carry data-slot and data-version. A slot has at most one request
 * under way. A request keeps its key until its outcome is known, so a repeated one counts once, and
 * a newer text waits for it instead of overtaking it. What is not yet safe on the server is kept on
 * this device under the person's own name, put back on the next visit and cleared at log-out.
 * Every word shown comes from the page (components/save_state.html).
 */
(() => {
  "use strict";

  const DELAY = 1000;
  const SLOW = 500;
  const BACKOFF = [2000, 4000, 8000, 15000, 30000, 60000];
  const LEAVING_LIMIT = 5000;
  const KEEPALIVE_LIMIT = 60000;
  // Outcomes that wait for the person: sending the same again would change nothing.
  const SETTLED = ["conflict", "error", "refused"];

  const user = document.body.dataset.user;
  const strings = document.querySelector("template[data-save-strings]");
  if (!user || !strings) return;

  const prefix = `lava:${user}:`;
  const slots = new Map();
  let storable = true;
  let loginUrl = "";
  let retryTimer = 0;
  let failures = 0;
  let savedAt = "";
  let restored = false;
  // From the log-out on this device keeps nothing, whatever the page still does while it is left.
  let loggingOut = false;

  // --- The page's controls ------------------------------------------------------------------

  const say = (name) => strings.content.querySelector(`[data-string="${name}"]`).textContent.trim();
  const newKey = () =>
    Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
  const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
  const idOf = (url, slot) => `${url} ${slot}`;
  const formFor = (entry) =>
    Array.from(document.querySelectorAll("form[data-save-url]")).find(
      (form) => form.dataset.saveUrl === entry.url && controlsOf(form, entry.slot).length,
    );
  const controlsOf = (form, slot) => Array.from(form.elements).filter((control) => control.dataset.slot === slot);
  const isTick = (control) => control.type === "radio" || control.type === "checkbox";

  // A number or day that the browser cannot make out is sent as nothing, as if it had been cleared.
  const isUnreadable = (control) => control.validity?.badInput === true;

  const read = (controls) =>
    controls.flatMap((control) => {
      if (isTick(control)) return control.checked ? [control.value] : [];
      if (control.multiple) return Array.from(control.selectedOptions, (option) => option.value);
      return [control.value];
    });

  const fill = (controls, values) =>
    controls.forEach((control) => {
      if (isTick(control)) {
        control.checked = values.includes(control.value);
      } else if (control.multiple) {
        Array.from(control.options).forEach((option) => {
          option.selected = values.includes(option.value);
        });
      } else {
        control.value = values[0] ?? "";
      }
      control.dispatchEvent(new Event("lava:filled", { bubbles: true }));
    });

  const setVersion = (entry, version) => {
    entry.base = version;
    const form = formFor(entry);
    if (!form) return;
    controlsOf(form, entry.slot).forEach((control) => {
      control.dataset.version = version;
    });
    const hidden = form.querySelector('input[name="versions"]');
    if (hidden) {
      const versions = JSON.parse(hidden.value || "{}");
      versions[entry.slot] = version;
      hidden.value = JSON.stringify(versions);
    }
  };

  // Nobody else was here between two versions that follow each other: the other fields of the same
  // row are then still what this page shows, and their next save may build on the new version.
  const advanceRow = (entry, from, to) => {
    const form = formFor(entry);
    const row = entry.slot.slice(0, entry.slot.lastIndexOf(":") + 1);
    if (!form || entry.slot.startsWith("answer:") || Number(to) !== Number(from) + 1) return;
    form.querySelectorAll(`[data-slot^="${CSS.escape(row)}"]`).forEach((control) => {
      if (control.dataset.version !== String(from)) return;
      const other = slots.get(idOf(entry.url, control.dataset.slot));
      if (!other?.attempt) setVersion(other ?? { url: entry.url, slot: control.dataset.slot }, to);
    });
  };

  const token = (form) =>
    (form?.querySelector('[name="csrfmiddlewaretoken"]') ?? document.querySelector('[name="csrfmiddlewaretoken"]'))
      ?.value ?? "";

  // --- What this device keeps ---------------------------------------------------------------

  const store = (entry) => {
    if (loggingOut) {
      entry.kept = false;
      return;
    }
    // An item for each value: what another window keeps at the same moment stays untouched.
    const name = `${prefix}${entry.assessment}:${idOf(entry.url, entry.slot)}`;
    try {
      if (entry.pending) {
        const { url, slot, base, latest, attempt, assessment } = entry;
        localStorage.setItem(name, JSON.stringify({ url, slot, base, latest, attempt, assessment }));
      } else {
        localStorage.removeItem(name);
      }
      entry.kept = true;
    } catch {
      entry.kept = false;
    }
  };

  const readStore = () => {
    const found = [];
    try {
      Object.keys(localStorage)
        .filter((name) => name.startsWith("lava:"))
        .forEach((name) => {
          if (name.startsWith(prefix)) found.push(JSON.parse(localStorage.getItem(name)));
          else localStorage.removeItem(name);
        });
    } catch {
      storable = false;
    }
    return found;
  };

  // --- What the person is told --------------------------------------------------------------

  const tell = () => {
    const box = document.querySelector("[data-save-state]");
    if (!box) return;
    const entries = Array.from(slots.values());
    const waiting = entries.filter((entry) => entry.pending);
    const has = (outcome) => waiting.some((entry) => entry.outcome === outcome);
    const unkept = waiting.some((entry) => !entry.kept);
    const unreadable = entries.some((entry) => entry.unreadable && formFor(entry));
    let state = "";
    if (has("conflict")) state = "conflict";
    else if (has("error") || unreadable) state = "error";
    else if (has("refused")) state = "refused";
    else if (loginUrl) state = "login";
    else if (has("offline")) state = unkept ? "unstored" : "offline";
    else if (waiting.some((entry) => entry.slow)) state = "saving";
    else if (!waiting.length && savedAt) state = document.querySelector("[data-marked-for]") ? "marked" : "saved";
    else if (restored) state = "restored";
    if (!state) return;
    const kinds = { conflict: "offline", refused: "error", unstored: "error", marked: "saved" };
    const text = say(state).replace("{time}", savedAt);
    const line = box.querySelector("[data-save-text]");
    box.dataset.state = kinds[state] ?? state;
    if (line.dataset.said === text) return;
    line.dataset.said = text;
    line.textContent = text;
    if (state === "login") {
      const link = document.createElement("a");
      link.href = loginUrl;
      link.textContent = say("login_link");
      line.append(" ", link);
    }
  };

  const showErrors = (entry, errors) => {
    const form = formFor(entry);
    if (!form) return;
    const controls = controlsOf(form, entry.slot);
    const place = form.querySelector(`[data-error-for="${CSS.escape(controls[0].name)}"]`);
    controls.forEach((control) => {
      if (errors.length) control.setAttribute("aria-invalid", "true");
      else control.removeAttribute("aria-invalid");
      if (!place) return;
      const described = new Set((control.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean));
      if (errors.length) described.add(place.id);
      else described.delete(place.id);
      if (described.size) control.setAttribute("aria-describedby", Array.from(described).join(" "));
      else control.removeAttribute("aria-describedby");
    });
    if (!place) return;
    place.replaceChildren(
      ...errors.map((text) => {
        const line = document.createElement("p");
        line.textContent = text;
        return line;
      }),
    );
    place.hidden = !errors.length;
    place.closest(".field")?.classList.toggle("field-invalid", errors.length > 0);
  };

  // What is saved but must be looked at: a name or a number that may be a person's.
  const showMarked = (entry, places, name) => {
    const form = formFor(entry);
    const control = name ? form?.elements[name] : form && controlsOf(form, entry.slot)[0];
    if (!control) return;
    const field = (control[0] ?? control).closest(".field");
    name ??= control.name;
    let box = form.querySelector(`[data-marked-for="${CSS.escape(name)}"]`);
    if (!places.length) return box?.remove();
    if (!box) {
      box = document.createElement("div");
      box.className = "field-marked";
      box.dataset.markedFor = name;
      field.querySelector("[data-error-for]").after(box);
    }
    box.replaceChildren(
      ...places.map((place) => {
        const line = document.createElement("p");
        line.append(`${place.words} ${place.before}`);
        if (place.text) {
          const found = document.createElement("mark");
          found.textContent = place.text;
          line.append(found, place.after);
        }
        return line;
      }),
    );
  };

  const panelOf = (entry) => document.querySelector(`[data-conflict="${CSS.escape(entry.slot)}"]`);

  const showConflict = (entry, html) => {
    const form = formFor(entry);
    if (!form) return;
    panelOf(entry)?.remove();
    const control = controlsOf(form, entry.slot)[0];
    (control.closest(".field") ?? control).insertAdjacentHTML("afterend", html);
  };

  const settleConflict = (panel) => {
    const entry = Array.from(slots.values()).find((candidate) => candidate.slot === panel.dataset.conflict);
    const form = entry && formFor(entry);
    if (!form) return;
    const controls = controlsOf(form, entry.slot);
    const choice = panel.querySelector('input[type="radio"]:checked')?.value;
    const theirs = Array.from(panel.querySelectorAll("template[data-theirs]"), (one) => one.content.textContent);
    setVersion(entry, panel.dataset.version);
    if (choice === "theirs") {
      fill(controls, theirs);
      entry.pending = false;
      entry.outcome = "";
      store(entry);
    } else {
      if (choice === "merge") fill(controls, [panel.querySelector("textarea").value]);
      entry.latest = read(controls);
      entry.outcome = "";
      send(entry);
    }
    panel.remove();
    controls[0].focus();
    tell();
  };

  // --- Sending ------------------------------------------------------------------------------

  const done = (entry, answer) => {
    const finished = same(entry.latest, entry.attempt.values);
    const from = entry.attempt.base;
    entry.attempt = null;
    entry.outcome = "";
    failures = 0;
    loginUrl = "";
    savedAt = answer.saved_at ?? savedAt;
    setVersion(entry, answer.version);
    advanceRow(entry, from, answer.version);
    if (!entry.unreadable) showErrors(entry, []);
    if (answer.marked) showMarked(entry, answer.marked, answer.marked_field);
    if (finished) entry.pending = false;
    store(entry);
    if (!finished) send(entry);
  };

  const stop = (entry, outcome) => {
    entry.attempt = null;
    entry.outcome = outcome;
    store(entry);
  };

  const logIn = (entry, url) => {
    const target = new URL(url || location.href, location.href);
    if (url && !target.searchParams.has("next")) {
      target.searchParams.set("next", location.pathname + location.search);
    }
    loginUrl = target.origin === location.origin ? target.href : location.href;
    entry.outcome = "login";
    store(entry);
  };

  const later = (entry) => {
    entry.outcome = "offline";
    store(entry);
    clearTimeout(retryTimer);
    retryTimer = setTimeout(sendAll, BACKOFF[Math.min(failures, BACKOFF.length - 1)]);
    failures += 1;
  };

  const receive = async (entry, response) => {
    const isJson = (response.headers.get("content-type") ?? "").includes("json");
    if (response.redirected || (response.status === 403 && !isJson)) return logIn(entry, "");
    if (!isJson) return response.status === 404 ? stop(entry, "refused") : later(entry);
    const answer = await response.json();
    if (response.ok) return done(entry, answer);
    if (response.status === 401) return logIn(entry, answer.login);
    if (response.status === 409) {
      stop(entry, "conflict");
      return showConflict(entry, answer.html);
    }
    if (response.status === 400 || response.status === 422) {
      stop(entry, "error");
      return showErrors(entry, answer.errors ?? []);
    }
    if (response.status === 403 || response.status === 404) {
      stop(entry, "refused");
      return showErrors(entry, answer.errors ?? []);
    }
    return later(entry);
  };

  const request = (entry, keepalive) => {
    const { values, base, key } = entry.attempt;
    const body = new URLSearchParams({ slot: entry.slot, base, key, csrfmiddlewaretoken: token(formFor(entry)) });
    values.forEach((value) => body.append("value", value));
    return fetch(entry.url, {
      method: "POST",
      body,
      credentials: "same-origin",
      keepalive: keepalive && body.toString().length < KEEPALIVE_LIMIT,
      headers: { Accept: "application/json", "X-Requested-With": "XMLHttpRequest" },
    });
  };

  const send = async (entry, keepalive = false) => {
    clearTimeout(entry.timer);
    if (entry.sending || !entry.pending || SETTLED.includes(entry.outcome)) return entry.sending;
    entry.attempt ??= { values: entry.latest, base: entry.base, key: newKey() };
    store(entry);
    const slow = setTimeout(() => {
      entry.slow = true;
      tell();
    }, SLOW);
    entry.sending = (async () => {
      try {
        const response = await request(entry, keepalive);
        entry.sending = null;
        await receive(entry, response);
      } catch {
        entry.sending = null;
        later(entry);
      }
      clearTimeout(slow);
      entry.slow = false;
      tell();
    })();
    return entry.sending;
  };

  const sendAll = (keepalive = false) =>
    Promise.all(Array.from(slots.values(), (entry) => send(entry, keepalive === true)));

  const settled = () =>
    Promise.race([
      (async () => {
        for (let round = 0; round < 3; round += 1) await sendAll();
      })(),
      new Promise((resolve) => setTimeout(resolve, LEAVING_LIMIT)),
    ]);

  // --- What the person does -----------------------------------------------------------------

  const entryFor = (form, slot) => {
    const id = idOf(form.dataset.saveUrl, slot);
    if (!slots.has(id)) {
      slots.set(id, {
        url: form.dataset.saveUrl,
        assessment: form.dataset.assessment ?? "",
        slot,
        base: controlsOf(form, slot)[0].dataset.version ?? "0",
        latest: null,
        attempt: null,
        pending: false,
        kept: true,
        outcome: "",
      });
    }
    const entry = slots.get(id);
    // A control that was put on the page anew tells what it is based on.
    if (!entry.pending && !entry.sending) entry.base = controlsOf(form, slot)[0].dataset.version ?? "0";
    return entry;
  };

  const entryOf = (target) => {
    const form = target.form;
    return target.dataset?.slot && form?.dataset.saveUrl ? entryFor(form, target.dataset.slot) : null;
  };

  const sayUnreadable = (entry, control) => {
    if (!entry.unreadable) return;
    showErrors(entry, [say(control.type === "number" ? "number" : "date")]);
    tell();
  };

  // Neither saved nor waiting: only the person can say what was meant. What an earlier save has
  // under way goes on.
  const hold = (entry, control) => {
    clearTimeout(entry.timer);
    entry.unreadable = true;
    if (!entry.attempt) {
      entry.pending = false;
      store(entry);
    }
    // A day is unreadable while it is being typed: that is told when the field is left.
    if (control.type === "number") entry.timer = setTimeout(() => sayUnreadable(entry, control), DELAY);
  };

  const changed = (event) => {
    const entry = entryOf(event.target);
    if (!entry) return;
    if (isUnreadable(event.target)) return hold(entry, event.target);
    if (entry.unreadable) {
      entry.unreadable = false;
      entry.latest = null;
      showErrors(entry, []);
    }
    // Whoever writes has stayed after all.
    loggingOut = false;
    const values = read(controlsOf(event.target.form, entry.slot));
    if (entry.latest && same(values, entry.latest) && event.type === "change") {
      if (entry.pending) send(entry);
      return;
    }
    entry.latest = values;
    entry.pending = true;
    if (entry.outcome === "error") entry.outcome = "";
    store(entry);
    clearTimeout(entry.timer);
    entry.timer = setTimeout(() => send(entry), event.type === "change" ? 0 : DELAY);
  };

  // Puts a text that is not yet safe into its field. A part may be fetched later than the text was
  // sent: whatever the server then answered waits for the field and is asked for again.
  const putBack = (entry) => {
    const form = formFor(entry);
    entry.away = !form;
    if (!form) return;
    const controls = controlsOf(form, entry.slot);
    if (!entry.sending && same(read(controls), entry.latest)) {
      entry.pending = false;
      entry.attempt = null;
      entry.base = controls[0].dataset.version;
      store(entry);
      return;
    }
    fill(controls, entry.latest);
    if (SETTLED.includes(entry.outcome)) entry.outcome = "";
    restored = true;
  };

  const restore = () => {
    readStore().forEach((kept) => {
      const id = idOf(kept.url, kept.slot);
      if (slots.get(id)?.pending) return;
      slots.set(id, { ...kept, pending: true, kept: true, outcome: "", away: true });
    });
    slots.forEach((entry) => {
      if (entry.pending && entry.away) putBack(entry);
    });
    tell();
    sendAll();
  };

  let leaving = false;
  const submitted = async (event) => {
    const form = event.target;
    if (leaving || event.defaultPrevented || !form.matches("form[data-save-url], form[data-logout]")) return;
    const unreadable = Array.from(form.elements).find((control) => control.dataset.slot && isUnreadable(control));
    if (unreadable) {
      event.preventDefault();
      event.stopImmediatePropagation();
      const entry = entryOf(unreadable);
      entry.unreadable = true;
      sayUnreadable(entry, unreadable);
      unreadable.focus();
      return;
    }
    const open = Array.from(slots.values()).some((entry) => entry.pending);
    if (!open) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    await settled();
    const offline = Array.from(slots.values()).some((entry) => entry.pending && entry.outcome === "offline");
    if (offline && form.matches("form[data-save-url]")) return;
    // A form ignores a second submit until the first one's event has run to its end.
    await new Promise((resolve) => setTimeout(resolve));
    leaving = true;
    loggingOut = form.matches("[data-logout]");
    form.requestSubmit(event.submitter);
    leaving = false;
  };

  document.addEventListener("input", changed);
  document.addEventListener("change", changed);
  document.addEventListener("focusout", (event) => {
    const entry = entryOf(event.target);
    if (entry?.unreadable) {
      clearTimeout(entry.timer);
      sayUnreadable(entry, event.target);
    } else if (entry?.pending) {
      send(entry);
    }
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-conflict-save]");
    const panel = button?.closest("[data-conflict]");
    if (!panel || !Array.from(slots.values()).some((entry) => entry.slot === panel.dataset.conflict)) return;
    event.preventDefault();
    settleConflict(panel);
  });
  document.addEventListener("submit", submitted, { capture: true });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") sendAll(true);
  });
  document.addEventListener("htmx:load", restore);
  window.addEventListener("pagehide", () => sendAll(true));
  window.addEventListener("online", () => {
    failures = 0;
    sendAll();
  });
  window.addEventListener("beforeunload", (event) => {
    const lost = Array.from(slots.values()).some(
      (entry) => (entry.unreadable && formFor(entry)) || (entry.pending && !(storable && entry.kept && !loggingOut)),
    );
    if (lost) event.preventDefault();
  });
  restore();
})();
