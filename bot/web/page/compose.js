/** The box to write in: words, a picture, a place, and what they are about. */

import { icon, make, round } from "./parts.js";
import { word } from "./words.js";

const LONGEST_SIDE = 2048;
const MOST_BYTES = 10 * 1024 * 1024;

const find = (id) => document.getElementById(id);

export class Compose {
  /** `send(body, file)` takes what was written; `tell(text)` says something in passing. */
  constructor({ send, tell }) {
    this.send = send;
    this.tell = tell;
    this.box = find("box");
    this.file = null;
    this.about = null;
    find("compose").onsubmit = (event) => {
      event.preventDefault();
      this.submit();
    };
    this.box.oninput = () => this.fit();
    this.box.onkeydown = (event) => this.key(event);
    this.box.onpaste = (event) => this.paste(event);
    find("add-photo").onclick = () => find("file").click();
    find("file").onchange = () => this.pick(find("file").files[0]);
    find("add-pin").onclick = () => this.pin();
    document.addEventListener("dragover", (event) => event.preventDefault());
    document.addEventListener("drop", (event) => this.drop(event));
    this.fit();
  }

  key(event) {
    // Enter also ends the choice of characters in Chinese input: that is not a send.
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.submit();
    } else if (event.key === "Escape" && this.about) this.drain();
  }

  submit() {
    const text = this.box.value.trim();
    if (!text && !this.file) {
      this.box.focus();
      return;
    }
    const body = this.about ? { text, replyTo: this.about.id } : { text };
    this.send(body, this.file);
    this.box.value = "";
    this.unpick();
    this.drain();
    this.tell("");
    this.fit();
    this.box.focus();
  }

  /** Fills the box for the person to change and send. */
  fill(text) {
    this.box.value = text;
    this.fit();
    this.box.focus();
    this.box.setSelectionRange(text.length, text.length);
  }

  fit() {
    this.box.style.height = "auto";
    this.box.style.height = `${this.box.scrollHeight}px`;
    const something = this.box.value.trim() !== "" || this.file !== null;
    find("send").classList.toggle("ready", something);
  }

  /** What is written next is about the ticket of this message. */
  answer(message) {
    this.about = message;
    const text = make("span", {}, word("about", { ref: message.ref }));
    const close = round("close", word("reply-drop"), () => this.drain());
    find("about").replaceChildren(icon("reply"), text, close);
    find("about").hidden = false;
    this.box.focus();
  }

  drain() {
    this.about = null;
    find("about").hidden = true;
  }

  paste(event) {
    // What is copied from a table comes as words and as a picture: the words are meant.
    if (event.clipboardData.types.includes("text/plain")) return;
    this.pick(imageIn(event.clipboardData));
  }

  drop(event) {
    event.preventDefault();
    this.pick(imageIn(event.dataTransfer));
  }

  async pick(file) {
    if (!file) return;
    const small = await shrink(file);
    if (small.size > MOST_BYTES) {
      this.unpick();
      this.tell(word("photo-large"));
      return;
    }
    this.unpick();
    this.file = small;
    this.preview = URL.createObjectURL(small);
    const close = round("close", word("photo-remove"), () => {
      this.unpick();
      this.fit();
      this.box.focus();
    });
    find("picture").replaceChildren(make("img", { src: this.preview, alt: word("photo-alt") }), close);
    find("picture").hidden = false;
    this.tell("");
    this.fit();
    this.box.focus();
  }

  unpick() {
    if (this.preview) URL.revokeObjectURL(this.preview);
    this.preview = null;
    this.file = null;
    find("file").value = "";
    find("picture").hidden = true;
    find("picture").replaceChildren();
  }

  /** Asks the browser where we are: only now, because the person pressed the button. */
  pin() {
    const failed = () => {
      this.tell(word("pin-denied"));
      this.box.focus();
    };
    if (!navigator.geolocation || !isSecureContext) {
      failed();
      return;
    }
    this.tell(word("pin-finding"));
    const found = ({ coords }) => {
      this.tell("");
      this.send({ location: [coords.latitude, coords.longitude] }, null);
    };
    const options = { enableHighAccuracy: true, timeout: 20_000, maximumAge: 60_000 };
    navigator.geolocation.getCurrentPosition(found, failed, options);
  }
}

const imageIn = (data) => [...data.files].find((each) => each.type.startsWith("image/"));

/** A picture small enough to send, without the camera's notes; as it is when that fails. */
async function shrink(file) {
  try {
    const image = await createImageBitmap(file, { imageOrientation: "from-image" });
    const scale = Math.min(1, LONGEST_SIDE / Math.max(image.width, image.height));
    const canvas = make("canvas");
    canvas.width = Math.round(image.width * scale);
    canvas.height = Math.round(image.height * scale);
    const pen = canvas.getContext("2d");
    pen.fillStyle = "#fff";
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(image, 0, 0, canvas.width, canvas.height);
    image.close();
    const small = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.85));
    return small ?? file;
  } catch {
    return file;
  }
}
