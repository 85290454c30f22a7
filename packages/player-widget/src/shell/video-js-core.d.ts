/** video.js without its HLS engine. It has neither an `exports` map nor types for this path: here is what the shell uses. */
declare module 'video.js/core.es.js' {
  type Listener = (event: Event) => void;

  export class Component {
    constructor(player: Player, options?: object);
    el(): HTMLElement;
    player(): Player;
    on(type: string | string[], listener: Listener): void;
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
    setIcon(name: string): void;
    options_: Record<string, unknown>;
  }

  /** The children that the shell asks for. */
  interface Children {
    SeekBar: SeekBar;
  }

  export interface SeekBar extends Component {
    handleKeyDown(event: KeyboardEvent): void;
  }

  export class Tech extends Component {
    constructor(options?: object, ready?: () => void);
    textTracks(): TrackList;
    triggerReady(): void;
    createEl(tag?: string, properties?: object): HTMLElement;
  }

  export interface TrackList {
    addTrack(track: TextTrack): void;
    removeTrack(track: TextTrack): void;
    trigger(event: { type: string; target: unknown }): void;
  }

  export class MenuItem extends Component {
    constructor(player: Player, options: { label: string; selectable?: boolean; multiSelectable?: boolean });
    selected(selected: boolean): void;
    handleClick(event?: Event): void;
  }

  export class MenuButton extends Component {
    controlText(text: string): void;
    createItems(): MenuItem[];
    buildCSSClass(): string;
    buildWrapperCSSClass(): string;
    update(): void;
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
    userActive(): boolean;
    reportUserActivity(event?: Event): void;
    isFullscreen(is?: boolean): boolean | undefined;
    requestFullscreen(): Promise<void>;
    exitFullscreen(): Promise<void>;
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
    getComponent(name: 'MenuButton'): typeof MenuButton;
    getComponent(name: 'MenuItem'): typeof MenuItem;
    getTech(name: string): typeof Tech;
    registerComponent(name: string, component: typeof Component): void;
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
