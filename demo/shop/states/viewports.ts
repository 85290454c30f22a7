export interface Viewport {
  readonly name: string;
  readonly title: string;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
}

const DESKTOP: Viewport = { name: 'desktop', title: 'Desktop', width: 1280, height: 800 };

/** The sizes at which each state is looked at; the last is that of a page of 1280 at 400 %. */
export const VIEWPORTS = [
  DESKTOP,
  { name: 'tablet', title: 'Tablet', width: 820, height: 1180 },
  { name: 'phone', title: 'Phone', width: 390, height: 844 },
  { name: 'small', title: 'Small', width: 320, height: 640 },
] as const satisfies readonly Viewport[];
