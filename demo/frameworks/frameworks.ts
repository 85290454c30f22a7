/** The frameworks in which the player is tried, each on a page of its own. */
export const FRAMEWORKS = {
  react: {
    title: 'React',
    source: 'react/page.tsx',
    lead: 'The wrapper of the package, @vitrine/player-widget/react: props, typed events, a ref that is the element. The player comes with the bundle.',
    script: false,
  },
  vue: {
    title: 'Vue',
    source: 'vue/page.vue',
    lead: 'The element as it is, from the script tag: Vue sets its properties and listens to its events by their names.',
    script: true,
  },
  svelte: {
    title: 'Svelte',
    source: 'svelte/page.svelte',
    lead: 'The element as it is, from the script tag: an event’s name with "on" before it is its attribute.',
    script: true,
  },
  angular: {
    title: 'Angular',
    source: 'angular/page.component.ts',
    lead: 'The element as it is, from the script tag, compiled ahead of time; CUSTOM_ELEMENTS_SCHEMA lets the template use it.',
    script: true,
  },
} as const;

export type Framework = keyof typeof FRAMEWORKS;

export function isFramework(name: string): name is Framework {
  return Object.hasOwn(FRAMEWORKS, name);
}
