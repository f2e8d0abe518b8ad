/** The chat page: joins its parts. */

import { Compose } from "./compose.js";
import { Line, ask, enter } from "./house.js";
import { recallManner, takeManner } from "./manner.js";
import { icon, make } from "./parts.js";
import { Post } from "./post.js";
import { Side } from "./side.js";
import { Talk } from "./talk.js";
import { choose, speak, wanted, word } from "./words.js";

const EXAMPLES = ["lamp", "heart", "drop", "paper"];
const THINKING = 350;

const status = (name) => (text) => {
  document.getElementById(name).textContent = text;
};
const tell = status("notice");
const tellOffline = status("offline");

const ref = (number) => {
  const label = word("status", { ref: number });
  post.add({ tap: `/ask_status${JSON.stringify({ ref: number })}` }, { label });
};

const talk = new Talk({
  tap: (tap, label, replyTo) => post.add({ tap, replyTo }),
  ref,
  reply: (message) => compose.answer(message),
  retry: () => post.retry(),
  pin: () => compose.pin(),
  tell,
});

const post = new Post((message) => {
  talk.sending(message);
  if (message.state === "sending") awaited = message.id;
  if (message.state === "sent" && awaited === message.id) think();
  if (message.state === "refused" && message.why) tell(message.why);
});

const compose = new Compose({
  send: (body, file) => post.add(body, { file }),
  tell,
});

const side = new Side({
  tap: (tap, label) => post.add({ tap }, { label }),
  language: changeLanguage,
});

const line = new Line({
  open: catchUp,
  broken: () => {
    quiet();
    tellOffline(word("offline"));
  },
  said: (message) => whenCaughtUp(() => heardFromHouse(message)),
  spent: ({ id, label }) => whenCaughtUp(() => talk.spend(id, label)),
  done: () => whenCaughtUp(quiet),
});

/** The last message that went out, while nothing was said since. */
let awaited = null;
let thinking = null;

/** What was said last where two people write to each other: the house itself has no answer. */
const BETWEEN =
  /^relay-(open|words|danger|going-on|waiting|waiting-urgent|kept|next|still-calling|yours|turned|sent)$/;

function think() {
  clearTimeout(thinking);
  if (BETWEEN.test([...talk.said.values()].at(-1)?.message.key)) return;
  thinking = setTimeout(() => talk.typing(true), THINKING);
}

function quiet() {
  awaited = null;
  clearTimeout(thinking);
  talk.typing(false);
  talk.release();
}

function heardFromHouse(message) {
  quiet();
  if (message.key === "forgotten") talk.clear();
  takeManner(message);
  talk.say(message);
}

let caughtUp = Promise.resolve();

/** What comes on the line waits until the past is shown. */
const whenCaughtUp = (act) => caughtUp.then(act);

function catchUp() {
  caughtUp = ask("/api/history").then(
    ({ messages }) => {
      tellOffline("");
      talk.past(messages);
      takeManner(messages.findLast((each) => each.who === "bot"));
      document.body.classList.toggle("empty", talk.isEmpty);
      document.body.classList.remove("loading");
      post.begin();
    },
    () => line.broken(),
  );
}

async function changeLanguage(code) {
  await choose(code);
  showWelcome();
  if (!talk.isEmpty) post.add({ tap: `/set_language${JSON.stringify({ to: code })}` }, { quiet: true });
}

function showWelcome() {
  document.getElementById("welcome")?.remove();
  const examples = EXAMPLES.map((drawing, i) => {
    const text = word(`examples-${i + 1}`);
    const onclick = () => compose.fill(text);
    return make("button", { type: "button", class: "example", onclick }, icon(drawing), make("span", {}, text));
  });
  const welcome = make(
    "section",
    { id: "welcome", class: "welcome" },
    icon("mark", "mark"),
    make("h2", {}, word("greeting")),
    make("p", {}, word("lead")),
    make("h3", {}, word("examples")),
    make("div", { class: "examples" }, ...examples),
  );
  document.getElementById("log").prepend(welcome);
}

/** An invitation's link leads here; opening it twice says it once. */
function acceptInvitation() {
  const [, code] = /^#join=([\w-]{1,64})$/.exec(location.hash) ?? [];
  if (!code) return;
  history.replaceState(null, "", "/");
  post.add({ text: `/start ${code}` }, { id: `join-${code}`, quiet: true });
}

async function begin() {
  recallManner();
  try {
    await Promise.all([speak(wanted()), enter()]);
  } catch {
    setTimeout(begin, 3000);
    return;
  }
  showWelcome();
  side.begin();
  acceptInvitation();
  line.open();
}

begin();
