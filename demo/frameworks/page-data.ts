/** What the shop's server tells the page's component, by data attributes of the element that it fills. */
export interface PageData {
  readonly service: string;
  readonly cdn: string;
  readonly event: string;
}

export function readPageData(element: HTMLElement): PageData {
  const { service = '', cdn = '', event = '' } = element.dataset;
  return { service, cdn, event };
}

/** The element that a component fills. */
export function findPlace(): HTMLElement {
  const place = document.querySelector<HTMLElement>('#app');
  if (!place) throw new Error('The page has no #app.');
  return place;
}
