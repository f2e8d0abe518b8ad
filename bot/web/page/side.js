/** The panel beside the talk; on a phone it opens over it. */

export class Side {
  /** `on` has: tap(payload, label), language(code). */
  constructor(on) {
    this.panel = document.getElementById("side");
    this.opener = document.getElementById("open-menu");
    this.on = on;
  }

  begin() {
    if (this.begun) return;
    this.begun = true;
    this.opener.onclick = () => this.turn(!this.isOpen);
    for (const each of document.querySelectorAll("[data-tap]")) {
      each.onclick = () => {
        this.turn(false);
        this.on.tap(each.dataset.tap, each.textContent);
      };
    }
    for (const each of document.querySelectorAll(".tongue select")) {
      each.onchange = () => this.on.language(each.value);
    }
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && this.isOpen) this.turn(false);
    });
    document.addEventListener("click", (event) => {
      const inside = this.panel.contains(event.target) || this.opener.contains(event.target);
      if (this.isOpen && !inside) this.turn(false);
    });
  }

  get isOpen() {
    return document.body.classList.contains("menu-open");
  }

  turn(open) {
    if (open === this.isOpen) return;
    document.body.classList.toggle("menu-open", open);
    this.opener.setAttribute("aria-expanded", String(open));
    this.opener.querySelector("use").setAttribute("href", open ? "#draw-close" : "#draw-menu");
    if (open) this.panel.querySelector("nav button").focus();
    else this.opener.focus();
  }
}
