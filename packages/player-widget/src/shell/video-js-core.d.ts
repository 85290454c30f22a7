/** video.js without its HLS engine. It has neither an `exports` map nor types for this path: here is what the shell uses. */
declare module 'video.js/core.es.js' {
  type Listener = (event: Event) => void;

  export class Component {
    constructor(player: Player, options?: object);
    el(): HTMLElement;
    player(): Player;
    on(type: string | string[], listener: Listener): void;
    off(type: string | string[], listener: Listener): void;
    trigger(type: string | { type: string; target?: unknown }): void;
    dispose(): void;
    ready(listener: () => void): void;
    localize(text: string, values?: readonly string[], fallback?: string): string;
    getChild<Name extends keyof Children>(name: Name): Children[Name] | undefined;
    getChild(name: string): Component | undefined;
    addClass(name: string): void;
    toggleClass(name: string, present: boolean): void;
    show(): void;
    hide(): void;
    enable(): void;
    setIcon(name: string): void;
    options_: Record<string, unknown>;
  }

  /** The children that the shell asks for. */
  interface Children {
    SeekBar: SeekBar;
    PlayProgressBar: PlayProgressBar;
  }

  export interface SeekBar extends Component {
    handleKeyDown(event: KeyboardEvent): void;
    /** Bound to its own already. */
    update: () => void;
  }

  export interface PlayProgressBar extends Component {
    update: (bar: DOMRect, progress: number, event?: Event) => void;
  }

  export class Tech extends Component {
    constructor(options?: object, ready?: () => void);
    triggerReady(): void;
    createEl(tag?: string, properties?: object): HTMLElement;
  }

  export interface Player extends Component {
    readonly liveTracker: {
      isTracking(): boolean;
      toggleTracking(): void;
      handlePlay: () => void;
      seekToLiveEdge: () => void;
    };
    hasStarted(started: boolean): boolean;
    paused(): boolean;
    scrubbing(): boolean;
    userActive(): boolean;
    reportUserActivity(event?: Event): void;
    /** Called with what a control has no use for. */
    handleKeyDown: () => void;
    isFullscreen(is?: boolean): boolean | undefined;
    requestFullscreen(): Promise<void>;
    exitFullscreen(): Promise<void>;
    isInPictureInPicture(): boolean;
    requestPictureInPicture(): Promise<unknown>;
    exitPictureInPicture(): Promise<unknown>;
    readonly players: Record<string, Player | null>;
    id(): string;
    language(): string;
    language(code: string): void;
    volume(volume: number): void;
  }

  interface VideoJs {
    (element: Element, options: object): Player;
    options: { autoSetup?: boolean };
    players: Record<string, Player | null>;
    getTech(name: string): typeof Tech;
    registerTech(name: string, tech: typeof Tech): void;
    addLanguage(code: string, words: Readonly<Record<string, string>>): void;
    log: { level(level: 'error' | 'off'): void };
    createTimeRanges(ranges: readonly (readonly [number, number])[]): TimeRanges;
    readonly time: {
      createTimeRanges(ranges: readonly (readonly [number, number])[]): TimeRanges;
      /** `2:05`; with hours where the guide has some. */
      formatTime(seconds: number, guide: number): string;
    };
  }

  const videojs: VideoJs;
  export default videojs;
}

declare module 'video.js/dist/video-js.css' {
  const sheet: CSSStyleSheet;
  export default sheet;
}
