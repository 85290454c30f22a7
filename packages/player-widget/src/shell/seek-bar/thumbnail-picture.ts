/**
 * One small picture after the other, as a pointer runs along: one is fetched at a time, then the one wanted by now, so
 * that a quick hand asks for few. Until it is there the last one stays.
 */
export class ThumbnailPicture {
  readonly element = document.createElement('img');
  #wanted = '';
  #loading = '';

  constructor() {
    this.element.alt = '';
    this.element.draggable = false;
    this.element.addEventListener('load', () => this.#done(true));
    this.element.addEventListener('error', () => this.#done(false));
  }

  show(url: string | undefined): void {
    this.#wanted = url ?? '';
    if (!url) this.element.hidden = true;
    else if (!this.#loading) this.#load();
  }

  #load(): void {
    if (this.element.src === this.#wanted) {
      this.element.hidden = !this.element.naturalWidth;
      return;
    }
    this.#loading = this.#wanted;
    this.element.src = this.#wanted;
  }

  #done(isThere: boolean): void {
    this.element.hidden = !isThere || !this.#wanted;
    this.#loading = '';
    if (this.#wanted) this.#load();
  }
}
