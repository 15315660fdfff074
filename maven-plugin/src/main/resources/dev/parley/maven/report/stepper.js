"use strict";
(() => {
  const { roles, edges, machines } = JSON.parse(document.getElementById("protocol").textContent);

  /* ---- What happens. A configuration is the roles' states and the buffers' messages; it never changes. ---- */

  const initial = {
    states: roles.map(() => 0),
    queues: edges.map(() => []),
    lost: edges.map(() => 0),
    overflow: null,
  };

  const stateOf = (now, role) => machines[role][now.states[role]];
  const isFull = (now, edge) => now.queues[edge].length >= edges[edge].limit;

  function isEnabled(now, action) {
    if (now.overflow !== null) {
      return false;
    }
    return action.send
      ? !isFull(now, action.edge) || edges[action.edge].full !== "WAITS"
      : now.queues[action.edge][0] === action.message;
  }

  function after(now, { role, action }) {
    const next = structuredClone(now);
    const queue = next.queues[action.edge];
    next.states[role] = action.target;
    if (!action.send) {
      queue.shift();
    } else if (!isFull(now, action.edge)) {
      queue.push(action.message);
    } else if (edges[action.edge].full === "FAILS") {
      next.overflow = action.edge;
    } else {
      next.lost[action.edge] += 1;
      if (edges[action.edge].full === "REPLACES") {
        queue.splice(0, 1, action.message);
      }
    }
    return next;
  }

  function enabledSteps(now) {
    return roles.flatMap((name, role) =>
      stateOf(now, role).actions
        .filter((action) => isEnabled(now, action))
        .map((action) => ({ role, action })));
  }

  /* A role that may be done is done once nothing can come any more: those it hears from are done, and all is received. */
  function doneRoles(now) {
    const done = new Set();
    const isDone = (role) => {
      const state = stateOf(now, role);
      return state.accepting && state.actions.every((action) =>
        !action.send && now.queues[action.edge].length === 0 && done.has(edges[action.edge].from));
    };
    for (let size = -1; size !== done.size;) {
      size = done.size;
      roles.forEach((name, role) => { if (isDone(role)) { done.add(role); } });
    }
    return done;
  }

  /* ---- What is shown. ---- */

  const section = document.getElementById("stepper");
  const undo = document.getElementById("undo");
  const restart = document.getElementById("restart");
  const random = document.getElementById("random");
  const trace = document.getElementById("trace");
  const history = [{ now: initial }];

  const current = () => history[history.length - 1].now;
  const buttons = () => [...section.querySelectorAll(".actions button")];

  function element(name, text, className = "") {
    const made = document.createElement(name);
    made.textContent = text;
    made.className = className;
    return made;
  }

  function words(action, verbs = ["send", "receive"]) {
    const edge = edges[action.edge];
    const message = edge.messages[action.message];
    return action.send
      ? `${verbs[0]} ${message} to ${roles[edge.to]}`
      : `${verbs[1]} ${message} from ${roles[edge.from]}`;
  }

  function obstacle(now, action) {
    if (now.overflow !== null) {
      return "the session has failed";
    }
    if (action.send) {
      return "the buffer is full";
    }
    return now.queues[action.edge].length === 0 ? "nothing there yet" : "another message is first";
  }

  function mood(now, role, done) {
    const state = stateOf(now, role);
    if (now.overflow !== null) {
      return "stopped";
    }
    if (done.has(role)) {
      return "done";
    }
    if (state.actions.some((action) => isEnabled(now, action))) {
      return "may act";
    }
    return state.accepting ? "waits, or may be done" : "waits";
  }

  function showRole(now, role, done, steps) {
    const card = section.querySelector(`.role[data-role="${role}"]`);
    card.querySelector(".now").textContent = stateOf(now, role).name;
    card.querySelector(".mood").textContent = mood(now, role, done);
    card.dataset.mood = mood(now, role, done);
    card.querySelector(".actions").replaceChildren(...stateOf(now, role).actions.map((action) => {
      const item = document.createElement("li");
      const number = steps.findIndex((step) => step.role === role && step.action === action) + 1;
      if (number === 0) {
        item.append(element("span", `${words(action)} — ${obstacle(now, action)}`, "blocked"));
      } else {
        item.append(stepButton(steps[number - 1], number));
      }
      return item;
    }));
    document.querySelectorAll(`#machines [data-role="${role}"] .state`).forEach((drawn) => {
      drawn.classList.toggle("current", Number(drawn.dataset.state) === now.states[role]);
    });
  }

  function stepButton(step, number) {
    const button = element("button", words(step.action));
    button.type = "button";
    button.setAttribute("aria-label", `${roles[step.role]}: ${words(step.action)}`);
    button.addEventListener("click", () => take(step));
    if (number < 10) {
      const key = element("kbd", number);
      key.setAttribute("aria-hidden", "true");
      button.prepend(key, " ");
      button.setAttribute("aria-keyshortcuts", number);
    }
    return button;
  }

  function showQueue(now, place) {
    const edge = edges[place];
    const row = section.querySelector(`.queue[data-edge="${place}"]`);
    row.querySelector(".messages").replaceChildren(
      ...now.queues[place].map((message) => element("li", edge.messages[message])));
    const lost = now.lost[place] === 0 ? "" : `, ${now.lost[place]} lost`;
    row.querySelector(".fill").textContent = `${now.queues[place].length} of ${edge.limit}${lost}`;
  }

  function status(now, done, steps) {
    if (now.overflow !== null) {
      const { from, to } = edges[now.overflow];
      return `The buffer from ${roles[from]} to ${roles[to]} was full: the session has failed.`;
    }
    if (done.size === roles.length) {
      return "The session is over: every role is done.";
    }
    return steps.length === 1 ? "One step is possible." : `${steps.length} steps are possible.`;
  }

  function show() {
    const now = current();
    const steps = enabledSteps(now);
    const done = doneRoles(now);
    roles.forEach((name, role) => showRole(now, role, done, steps));
    edges.forEach((edge, place) => showQueue(now, place));
    document.getElementById("status").textContent = status(now, done, steps);
    undo.disabled = history.length === 1;
    restart.disabled = history.length === 1;
    random.disabled = steps.length === 0;
  }

  /* ---- What the reader does. ---- */

  /* The focus stays where it was, or as near as can be: it must never be lost with the button that had it. */
  function keepFocus(role) {
    if (section.contains(document.activeElement) && !document.activeElement.disabled) {
      return;
    }
    const same = section.querySelector(`.role[data-role="${role}"] button`);
    (same ?? buttons()[0] ?? (undo.disabled ? section : undo)).focus();
  }

  function take(step) {
    history.push({ now: after(current(), step), step });
    trace.append(element("li", `${roles[step.role]} ${words(step.action, ["sends", "receives"])}`));
    trace.parentElement.scrollTop = trace.parentElement.scrollHeight;
    show();
    keepFocus(step.role);
  }

  function goBack(steps) {
    const { step } = history[history.length - steps];
    history.length -= steps;
    for (let i = 0; i < steps; i += 1) {
      trace.lastElementChild.remove();
    }
    show();
    keepFocus(step.role);
  }

  undo.addEventListener("click", () => goBack(1));
  restart.addEventListener("click", () => goBack(history.length - 1));
  random.addEventListener("click", () => {
    const steps = enabledSteps(current());
    take(steps[Math.floor(Math.random() * steps.length)]);
  });

  function move(by) {
    const all = buttons();
    if (all.length > 0) {
      const at = all.indexOf(document.activeElement);
      all[at === -1 ? 0 : (at + by + all.length) % all.length].focus();
    }
  }

  const keys = {
    u: () => undo.click(),
    r: () => restart.click(),
    n: () => random.click(),
    ArrowDown: () => move(1),
    ArrowRight: () => move(1),
    ArrowUp: () => move(-1),
    ArrowLeft: () => move(-1),
  };

  section.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target.closest(".trace, .wide")) {
      return;
    }
    const key = keys[event.key] ?? (/^[1-9]$/.test(event.key) ? () => buttons()[event.key - 1]?.click() : null);
    if (key !== null) {
      event.preventDefault();
      key();
    }
  });

  show();
})();
