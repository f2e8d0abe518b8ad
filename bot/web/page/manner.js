/** Large letters and few choices, as the house says that this person is spoken to. */

import { keep, recall } from "./memory.js";

const NAME = "simple";

/** As it was when the page was open last, until the house says otherwise. */
export function recallManner() {
  dress(recall(NAME, false));
}

/** As a message of the house says. */
export function takeManner(message) {
  if (typeof message?.simple !== "boolean") return;
  keep(NAME, message.simple);
  dress(message.simple);
}

function dress(simple) {
  document.documentElement.classList.toggle("simple", simple);
  const button = document.getElementById("manner");
  button.setAttribute("aria-pressed", String(simple));
  button.dataset.tap = `/elder_mode${JSON.stringify({ on: simple ? 0 : 1 })}`;
}
