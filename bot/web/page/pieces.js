/** What may stand in a bubble beside words: a picture, a place, a file to take. */

import { ask } from "./house.js";
import { icon, make } from "./parts.js";
import { word } from "./words.js";

export function picture(address) {
  const image = make("img", { src: address, alt: word("photo-alt"), loading: "lazy" });
  if (address.startsWith("blob:")) return make("span", { class: "shot" }, image);
  return make("a", { class: "shot", href: address, target: "_blank", rel: "noopener" }, image);
}

export function spot([lat, lon]) {
  const numbers = `${lat.toFixed(5)}, ${lon.toFixed(5)}`;
  const name = make("span", {}, word("place"), make("small", { dir: "ltr" }, numbers));
  return make("p", { class: "spot" }, icon("pin"), name);
}

/** A button that gets a way to the file, open once, and takes it. */
export function download(file, tell) {
  const button = make("button", { type: "button", class: "choice" }, word("file"));
  button.onclick = async () => {
    try {
      const { url } = await ask(`/api/file/${encodeURIComponent(file)}`, { body: {} });
      location.assign(url);
    } catch (failed) {
      tell(failed.text || word("offline"));
    }
  };
  return make("div", { class: "choice-row" }, button);
}
