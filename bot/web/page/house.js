/** How the page asks the house: sends, and listens to what is said. */

/** The house said no; `text` is a sentence for the person, in their language. */
export class Refused extends Error {
  constructor(status, { key = "", text = "" }, wait) {
    super(`refused: ${status} ${key}`);
    this.status = status;
    this.key = key;
    this.text = text;
    this.wait = wait;
  }

  /** Whether the same may be asked again as it is. */
  get passing() {
    return this.status >= 500 || this.status === 429 || this.status === 408;
  }
}

let entering = null;

/** Asks once; who is not known yet is let in first and then asks again. */
export async function ask(path, { body = null, again = true } = {}) {
  const request = { headers: { "X-Manyhands": "1" }, credentials: "same-origin" };
  if (body !== null) {
    request.method = "POST";
    request.body = body instanceof Blob ? body : JSON.stringify(body);
    if (!(body instanceof Blob)) request.headers["Content-Type"] = "application/json";
  }
  const lang = document.documentElement.lang;
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), body instanceof Blob ? 120_000 : 30_000);
  request.signal = patience.signal;
  const address = path.includes("?") ? path : `${path}?lang=${lang}`;
  const answer = await fetch(address, request).finally(() => clearTimeout(timer));
  if (answer.status === 401 && again) {
    await enter();
    return ask(path, { body, again: false });
  }
  const told = await answer.json().catch(() => ({}));
  if (answer.ok) return told;
  throw new Refused(answer.status, told, Number(answer.headers.get("Retry-After")) || 0);
}

/** Gets the cookie that tells who this is, once for all who wait for it. */
export function enter() {
  entering ??= ask("/api/session", { body: {}, again: false }).finally(() => {
    entering = null;
  });
  return entering;
}

const FIRST_WAIT = 1000;
const LONGEST_WAIT = 30_000;

/** Listens to the house, and comes back by itself after every break. */
export class Line {
  /** `on` has: open, broken, said, spent, done. After each `open` the past wants a look. */
  constructor(on) {
    this.on = on;
    this.wait = FIRST_WAIT;
    this.parked = false;
    addEventListener("online", () => this.open());
    addEventListener("offline", () => this.broken());
    addEventListener("pagehide", () => this.source?.close());
    document.addEventListener("visibilitychange", () => {
      if (!document.hidden && (this.parked || !this.isOpen)) this.open();
    });
    addEventListener("pageshow", (event) => event.persisted && this.open());
  }

  get isOpen() {
    return this.source?.readyState === EventSource.OPEN;
  }

  open() {
    clearTimeout(this.timer);
    this.source?.close();
    this.parked = false;
    const source = new EventSource("/api/events");
    this.source = source;
    source.onopen = () => {
      this.wait = FIRST_WAIT;
      this.on.open();
    };
    source.onerror = () => this.broken();
    for (const name of ["said", "spent", "done"]) {
      source.addEventListener(name, (event) => this.on[name](JSON.parse(event.data)));
    }
    source.addEventListener("parked", () => {
      // Too many pages of one person: this one rests until it is looked at again.
      source.close();
      this.parked = true;
    });
  }

  broken() {
    if (this.parked) return;
    this.source?.close();
    this.on.broken();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.again(), this.wait * (0.7 + Math.random() * 0.6));
    this.wait = Math.min(this.wait * 2, LONGEST_WAIT);
  }

  async again() {
    // A cookie that went away is not seen from the stream: it only fails.
    await enter().then(
      () => this.open(),
      () => this.broken(),
    );
  }
}
