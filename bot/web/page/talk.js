/** The conversation as it is seen: bubbles, buttons, pictures, days, and what waits. */

import { keep, recall } from "./memory.js";
import { alive, icon, make, round, unseen } from "./parts.js";
import { download, picture, spot } from "./pieces.js";
import { clock, day, direction, language, word } from "./words.js";

const CLOSE_BY = 3 * 60_000;
const NEAR_END = 120;
const MOST_REMEMBERED = 200;
const LONGEST_TYPING = 25_000;

/** Taps that no button of a message shows; the page says them in its own words. */
const OWN_TAPS = { list_tickets: "my-tickets", help: "help", ask_status: "status" };

export class Talk {
  /** `on` has: tap(payload, label, shown id), ref(ref), reply(message), retry(), pin(), tell(text). */
  constructor(on) {
    this.on = on;
    this.log = document.getElementById("log");
    this.flow = document.getElementById("flow");
    this.newer = document.getElementById("newer");
    this.said = new Map();
    this.mine = new Map();
    this.chosen = new Map(recall("chosen", []));
    this.unread = 0;
    this.newer.onclick = () => this.toEnd("smooth");
    this.log.addEventListener("scroll", () => this.atEnd && this.read(), { passive: true });
    document.addEventListener("visibilitychange", () => this.atEnd && this.read());
    new ResizeObserver(() => this.stuck && this.toEnd()).observe(this.log);
    new ResizeObserver(() => this.stuck && this.toEnd()).observe(this.flow);
    this.stuck = true;
  }

  get isEmpty() {
    return this.said.size + this.mine.size === 0;
  }

  /** What was heard and said before, or while nobody listened. */
  past(messages) {
    this.log.setAttribute("aria-busy", "true");
    for (const each of messages) {
      if (each.who === "bot") this.say(each, false);
      else if (!this.mine.has(each.id)) this.hear(each);
    }
    for (const [id, { message }] of this.said) {
      const now = messages.find((each) => each.who === "bot" && each.id === id);
      if (now && message.buttons.length > 0 && now.buttons.length === 0) this.spend(id, null);
    }
    this.log.setAttribute("aria-busy", "false");
    this.log.setAttribute("aria-live", "polite");
  }

  /** One message of the house; a second time it only tells whether its buttons live. */
  say(message, live = true) {
    if (this.said.has(message.id)) {
      if (message.buttons.length === 0) this.spend(message.id, null);
      return;
    }
    const at = message.at ? new Date(message.at) : live ? new Date() : null;
    const row = this.row("bot", at, message.lang);
    if (/(^|-)emergency/.test(message.key)) row.classList.add("urgent");
    row.querySelector(".bubble").append(...this.content(message));
    this.said.set(message.id, { message, row });
    this.buttons(message, row);
    row.classList.toggle("fresh", live);
    this.place(row, at);
    if (live) this.arrived();
  }

  /** Nothing was ever said here: the house has forgotten the person, and so does the page. */
  clear() {
    for (const each of [this.said, this.mine, this.chosen]) each.clear();
    keep("chosen", []);
    this.flow.replaceChildren();
    this.last = null;
  }

  content(message) {
    const pieces = [unseen(`${word("title")}: `)];
    if (message.ref) pieces.push(this.stub(message));
    if (message.photo) pieces.push(picture(`/api/photo/${encodeURIComponent(message.photo)}`));
    const phones = /^(emergency|care)$/.test(message.key);
    const refLabel = (ref) => word("status", { ref });
    const text = alive(message.text, { onRef: this.on.ref, refLabel, phones, known: message.ref });
    const dir = direction(message.lang ?? language());
    if (message.text) pieces.push(make("p", { class: "text", dir }, text));
    return pieces;
  }

  /** The head of a message about a ticket: its reference, and a way to write about it. */
  stub(message) {
    const { ref } = message;
    const status = { type: "button", class: "ref", title: word("status", { ref }) };
    return make(
      "div",
      { class: "stub" },
      make("button", { ...status, onclick: () => this.on.ref(ref) }, icon("ticket"), ref),
      round("reply", word("reply", { ref }), () => this.on.reply(message)),
    );
  }

  buttons(message, row) {
    row.querySelector(".choices")?.remove();
    const rows = message.buttons.map((each) =>
      make("div", { class: "choice-row" }, ...each.map((button) => this.button(button, message))),
    );
    if (message.ask === "place") rows.push(this.pinChoice());
    if (message.file) rows.push(download(message.file, this.on.tell));
    const label = this.chosen.get(message.id);
    if (message.buttons.length === 0 && label) rows.push(make("div", {}, spent(label)));
    if (rows.length > 0) row.querySelector(".bubble").after(make("div", { class: "choices" }, ...rows));
  }

  button({ label, tap }, message) {
    const element = make("button", { type: "button", class: "choice" }, label);
    element.onclick = () => {
      if (element.getAttribute("aria-disabled") === "true") return;
      element.classList.add("tapped");
      element.setAttribute("aria-disabled", "true");
      this.remember(message.id, label);
      this.on.tap(tap, label, message.id);
    };
    return element;
  }

  pinChoice() {
    const onclick = () => this.on.pin();
    const pin = { type: "button", class: "choice with-icon", onclick };
    return make("div", { class: "choice-row" }, make("button", pin, icon("pin"), word("pin")));
  }

  /** The buttons of a message are over; `label` is what was chosen, null when unknown. */
  spend(id, label) {
    const { message, row } = this.said.get(id) ?? {};
    if (!message || (message.buttons.length === 0 && !label)) return;
    if (label) this.remember(id, label);
    const chosen = this.chosen.get(id);
    message.buttons = [];
    const focused = row.contains(document.activeElement) ? document.activeElement : null;
    for (const each of row.querySelectorAll(".choice-row .choice:not(.with-icon)")) {
      each.setAttribute("aria-disabled", "true");
      each.classList.remove("tapped");
      each.classList.add("spent");
      if (each !== focused) each.tabIndex = -1;
      if (each.textContent === chosen) each.replaceWith(spent(chosen, each === focused));
    }
    const choices = row.querySelector(".choices");
    if (label && choices && !choices.querySelector(".picked")) {
      choices.append(make("div", { class: "choice-row" }, make("span", { class: "choice spent" }, label)));
    }
    if (focused && !row.contains(document.activeElement)) row.querySelector(".picked")?.focus();
  }

  /** A tap went through, or will never: its button may be pressed again, unless it is spent. */
  release() {
    for (const each of this.flow.querySelectorAll(".tapped")) {
      each.classList.remove("tapped");
      each.setAttribute("aria-disabled", "false");
    }
  }

  remember(id, label) {
    this.chosen.delete(id);
    this.chosen.set(id, label);
    keep("chosen", [...this.chosen].slice(-MOST_REMEMBERED));
  }

  /** A message of the person: from the history, or on its way (see `Post`). */
  hear(message) {
    const { id, text, location, photo, tap, flaw, replyTo } = message;
    const own = tap ? echo(tap, replyTo) : null;
    if (tap && !own) return;
    const at = new Date(message.at);
    const row = this.row("me", at, language());
    const bubble = row.querySelector(".bubble");
    bubble.append(unseen(`${word("you")}: `));
    if (photo) bubble.append(picture(photo.url ?? `/api/photo/${encodeURIComponent(photo)}`));
    else if (flaw) bubble.append(make("p", { class: "spot" }, icon("photo"), word("photo-alt")));
    if (location) bubble.append(spot(location));
    const words = own ?? text;
    if (words) bubble.append(make("p", { class: "text", dir: "auto" }, words));
    this.mine.set(id, row);
    this.place(row, at);
    return row;
  }

  /** A message that is on its way changed its state. */
  sending(message) {
    const { id, at, body, file, state, label, quiet } = message;
    if (quiet || (body.tap && body.replyTo !== undefined)) {
      if (state === "refused") this.release();
      return;
    }
    let row = this.mine.get(id);
    if (!row) {
      const photo = file ? { url: URL.createObjectURL(file) } : (body.photo ?? null);
      row = this.hear({ id, at, ...body, tap: null, text: label ?? body.text, photo });
      row.classList.add("fresh");
      this.toEnd();
    }
    row.dataset.state = state;
    row.querySelector(".meta").replaceChildren(...this.state(message));
  }

  state({ state, at, why }) {
    if (state === "sent") return [clock(new Date(at))];
    if (state === "waiting" || state === "sending") {
      return [make("span", { class: "slow" }, icon("clock"), word("sending"))];
    }
    const told = make("span", { role: "alert" }, why || word("not-sent"));
    if (state === "refused") return [told];
    const onclick = () => this.on.retry();
    return [told, make("button", { type: "button", class: "retry", onclick }, word("retry"))];
  }

  /** The house is thinking, or not any more. */
  typing(on) {
    clearTimeout(this.typingEnds);
    this.dots?.remove();
    this.dots = null;
    if (!on) return;
    const dots = make("span", { class: "dots", "aria-hidden": "true" }, make("i"), make("i"), make("i"));
    this.dots = make(
      "div",
      { class: "row bot typing" },
      icon("mark", "mark face"),
      make("div", { class: "body" }, make("div", { class: "bubble" }, unseen(word("typing")), dots)),
    );
    this.flow.append(this.dots);
    this.typingEnds = setTimeout(() => this.typing(false), LONGEST_TYPING);
  }

  row(who, at, lang) {
    const bubble = make("div", { class: "bubble", lang });
    const meta = make("div", { class: "meta" }, at ? clock(at) : "");
    const body = make("div", { class: "body" }, bubble, meta);
    const face = who === "bot" ? icon("mark", "mark face") : null;
    return make("article", { class: `row ${who}` }, face, body);
  }

  /** Puts a row at the end: under its day, and close to the one before if it belongs there. */
  place(row, at) {
    const last = this.last;
    const today = at?.toDateString() ?? last?.day;
    if (at && today !== last?.day) {
      this.flow.append(make("h2", { class: "day" }, make("span", {}, day(at))));
    }
    const same = last && last.day === today && last.who === row.classList[1];
    if (same && (!at || !last.at || at - last.at < CLOSE_BY)) {
      row.classList.add("joined");
      last.row.classList.add("followed");
    }
    this.flow.append(row);
    if (this.dots) this.flow.append(this.dots);
    this.last = { row, who: row.classList[1], at: at ?? last?.at, day: today };
    document.body.classList.remove("empty");
  }

  get atEnd() {
    const { scrollHeight, scrollTop, clientHeight } = this.log;
    this.stuck = scrollHeight - scrollTop - clientHeight < NEAR_END;
    return this.stuck && !document.hidden;
  }

  toEnd(behavior = "auto") {
    this.stuck = true;
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.log.scrollTo({ top: this.log.scrollHeight, behavior: calm ? "auto" : behavior });
  }

  arrived() {
    if (this.stuck && !document.hidden) return;
    this.unread += 1;
    this.newer.hidden = this.stuck;
    document.title = document.title.replace(/^(\(\d+\) )?/, `(${this.unread}) `);
  }

  read() {
    this.unread = 0;
    this.newer.hidden = true;
    document.title = document.title.replace(/^\(\d+\) /, "");
  }
}

function spent(label, focused = false) {
  const state = { class: "choice spent picked", tabindex: focused ? "0" : "-1" };
  const words = [icon("check"), label, unseen(` (${word("chosen")})`)];
  return make("button", { type: "button", "aria-disabled": "true", ...state }, ...words);
}

function echo(tap, replyTo) {
  if (replyTo !== null && replyTo !== undefined) return null;
  const [, verb, facts] = /^\/(\w+)(\{.*\})?$/.exec(tap) ?? [];
  const name = OWN_TAPS[verb];
  return name ? word(name, facts ? JSON.parse(facts) : {}) : null;
}
