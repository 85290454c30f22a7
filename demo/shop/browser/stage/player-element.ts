/** What the stage does with `<vitrine-player>`. */
export interface PlayerElement extends HTMLElement {
  currentTime: number;
  play(): Promise<void>;
  pause(): void;
}
