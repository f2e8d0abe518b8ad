/** The page's language: its words come from the house, dates from the browser. */

import { make } from "./parts.js";
import { keep, recall } from "./memory.js";
import { ask } from "./house.js";

let known = { lang: "en", dir: "ltr", city: "", languages: [], words: {} };

/** The language spoken now. */
export const language = () => known.lang;

/** One of the page's words; `{ref}` and the like are filled in. */
export function word(name, facts = {}) {
  const text = known.words[name] ?? "";
  return text.replace(/\{(\w+)\}/g, (all, each) => facts[each] ?? all);
}

/** What the person wants, best first: the address, an earlier choice, the browser. */
export function wanted() {
  const asked = new URLSearchParams(location.search).get("lang");
  return [asked, recall("language", null), ...navigator.languages].filter(Boolean).join(",");
}

/** Speaks the first of the wanted languages that the house knows. */
export async function speak(languages) {
  known = await ask(`/api/labels?lang=${encodeURIComponent(languages)}`);
  document.documentElement.lang = known.lang;
  document.documentElement.dir = known.dir;
  document.title = [word("title"), known.city].filter(Boolean).join(" · ");
  for (const each of document.querySelectorAll(".city")) each.textContent = known.city;
  dress(document);
  for (const each of document.querySelectorAll(".tongue select")) offer(each);
}

/** Remembers a choice of language. */
export function choose(code) {
  keep("language", code);
  const address = new URL(location.href);
  address.searchParams.delete("lang");
  history.replaceState(null, "", address);
  return speak(code);
}

function dress(root) {
  for (const each of root.querySelectorAll("[data-words]")) {
    each.textContent = word(each.dataset.words);
  }
  for (const each of root.querySelectorAll("[data-label]")) {
    each.setAttribute("aria-label", word(each.dataset.label));
    if (each.tagName === "BUTTON") each.title = word(each.dataset.label);
  }
  for (const each of root.querySelectorAll("[data-placeholder]")) {
    each.placeholder = word(each.dataset.placeholder);
  }
}

function offer(select) {
  const options = known.languages.map(({ code, name }) =>
    make("option", { value: code, lang: code, selected: code === known.lang }, name),
  );
  select.replaceChildren(...options);
  select.value = known.lang;
}

/** Which way a language is written. What begins with a reference or a name would mislead `auto`. */
export function direction(lang) {
  return /^(ar|fa|he|ur)\b/.test(lang ?? "") ? "rtl" : "ltr";
}

/** A clock time as people of the language write it. */
export function clock(date) {
  const format = { hour: "2-digit", minute: "2-digit", hourCycle: "h23", numberingSystem: "latn" };
  return new Intl.DateTimeFormat(known.lang, format).format(date);
}

/** Today, yesterday, or the date. */
export function day(date) {
  const midnight = new Date().setHours(0, 0, 0, 0);
  const days = Math.round((midnight - new Date(date).setHours(0, 0, 0, 0)) / 86_400_000);
  if (days === 0) return word("today");
  if (days === 1) return word("yesterday");
  const format = { weekday: "long", day: "numeric", month: "long", numberingSystem: "latn" };
  if (days > 300) format.year = "numeric";
  return new Intl.DateTimeFormat(known.lang, format).format(date);
}
