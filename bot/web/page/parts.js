/** Small pieces of a page. Text goes in as text, never as markup. */

const SVG = "http://www.w3.org/2000/svg";

/** An element with properties (`class`, `aria-...`, `onclick`, ...) and children. */
export function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((each) => each !== null && each !== undefined));
  return element;
}

/** A drawing of the page's own set. */
export function icon(name, className = "icon") {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", className);
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `#draw-${name}`);
  svg.append(use);
  return svg;
}

/** A round button with a drawing and a name for those who do not see it. */
export function round(name, label, onclick, className = "") {
  const properties = { type: "button", class: `round ${className}`, "aria-label": label };
  return make("button", { ...properties, title: label, onclick }, icon(name));
}

/** Words that only a screen reader says. */
export const unseen = (text) => make("span", { class: "unseen" }, text);

/** A new id: random, also where the page is served without https. */
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = Array.from(bytes, (each) => each.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

// As in bot/core/refs.py: no 0 O 1 I L U, and a digit and a letter in each half.
const HALF = String.raw`(?=\w{0,2}\d)(?=\w{0,2}[A-Z])[2-9A-HJKMNP-TV-Z]{3}`;
const STOPS = String.raw`\s<>"'，。；、！？）》」»،؛؟\u2066-\u2069`;

const FOUND = new RegExp(
  [
    String.raw`(?<link>https?://[^${STOPS}]*[^${STOPS}.,;:!?)])`,
    String.raw`\b(?<ref>${HALF}-${HALF})\b`,
    String.raw`\b(?<phone>\d{3,5})\b(?![.:/-]\d)`,
  ].join("|"),
  "g",
);

/** A text with its links, references and (when asked) emergency numbers come alive.
 *  The `known` reference already stands above the text: there it is only a word. */
export function alive(text, { onRef, refLabel, phones, known }) {
  const piece = document.createDocumentFragment();
  let end = 0;
  for (const found of text.matchAll(FOUND)) {
    const { link, ref, phone } = found.groups;
    if (phone && !phones) continue;
    piece.append(text.slice(end, found.index));
    end = found.index + found[0].length;
    if (link) piece.append(make("a", { href: link, target: "_blank", rel: "noopener" }, link));
    else if (phone) piece.append(make("a", { href: `tel:${phone}`, class: "phone" }, phone));
    else if (ref === known) piece.append(make("b", { class: "number" }, ref));
    else {
      const label = refLabel(ref);
      const onclick = () => onRef(ref);
      piece.append(make("button", { type: "button", class: "ref", title: label, onclick }, ref));
    }
  }
  piece.append(text.slice(end));
  return piece;
}
