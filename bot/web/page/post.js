/** What the person sends: in order, each under one id, again and again until it arrived. */

import { Refused, ask } from "./house.js";
import { keep, recall } from "./memory.js";
import { newId } from "./parts.js";

const FLAWS = ["bad-photo", "photo-too-large"];
const WAITS = [1000, 2000, 4000, 8000, 15_000];

/** Messages on their way. `state`: waiting, sending, stuck (tried, will be again), sent, refused. */
export class Post {
  /** `changed(message)` hears of every change of state. */
  constructor(changed) {
    this.changed = changed;
    this.queue = [];
    this.busy = false;
  }

  /** Sends what waits, also what an earlier visit could not send. */
  begin() {
    for (const each of recall("unsent", [])) this.take({ ...each, state: "waiting", tries: 0 });
    this.retry();
  }

  /** Takes a message: `body` as the house wants it, `file` a picture, `quiet` shows nothing. */
  add(body, { file = null, label = null, quiet = false, id = newId() } = {}) {
    const at = new Date().toISOString();
    const message = { id, at, body, file, label, quiet, state: "waiting", tries: 0 };
    this.take(message);
    return message;
  }

  take(message) {
    if (this.queue.some((each) => each.id === message.id)) return;
    this.queue.push(message);
    this.remember();
    this.changed(message);
    this.send();
  }

  /** Tries at once, for who does not want to wait. */
  retry() {
    clearTimeout(this.timer);
    this.timer = null;
    this.send();
  }

  async send() {
    if (this.busy || this.timer) return;
    this.busy = true;
    while (this.queue.length > 0 && !this.timer) await this.sendFirst(this.queue[0]);
    this.busy = false;
  }

  async sendFirst(message) {
    this.turn(message, "sending");
    try {
      if (message.file) await this.upload(message);
      const lang = document.documentElement.lang;
      await ask("/api/say", { body: { id: message.id, lang, ...message.body } });
      this.settle(message, "sent");
    } catch (failed) {
      const refused = failed instanceof Refused && !failed.passing;
      message.why = failed instanceof Refused ? failed.text : "";
      if (refused) this.settle(message, "refused");
      else this.later(message, failed.wait);
    }
  }

  /** Sends the picture first; one that is not taken does not hold up the words. */
  async upload(message) {
    try {
      const { photo } = await ask("/api/photo", { body: message.file });
      message.body.photo = photo;
    } catch (failed) {
      if (!FLAWS.includes(failed.key)) throw failed;
      message.body.flaw = failed.key;
    }
    message.file = null;
    this.remember();
  }

  settle(message, state) {
    this.queue.shift();
    this.remember();
    this.turn(message, state);
  }

  later(message, seconds) {
    const wait = WAITS[Math.min(message.tries, WAITS.length - 1)];
    message.tries += 1;
    this.timer = setTimeout(() => this.retry(), seconds ? seconds * 1000 : wait);
    this.turn(message, "stuck");
  }

  turn(message, state) {
    message.state = state;
    this.changed(message);
  }

  remember() {
    const whole = this.queue.filter((each) => !each.file);
    keep("unsent", whole.map(({ id, at, body, label, quiet }) => ({ id, at, body, label, quiet })));
  }
}
