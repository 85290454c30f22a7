import type { Act } from '../act.ts';
import { archived } from '../phases.ts';
import type { Group, State } from '../state.ts';

const CONTROLS: Act = ['see', '.vjs-control-bar'];

/** A chunk of the player's does not arrive. */
function withoutChunk(code: string, missing: string, about: Pick<State, 'title' | 'look' | 'acts'>): State {
  return {
    id: code.toLowerCase().replaceAll('_', '-'),
    phases: [archived()],
    attributes: { 'start-time': '10' },
    missing,
    ...about,
    acts: [['play'], ['hear-error', code], ...about.acts],
  };
}

/** Something is missing, and the video plays all the same. */
export const IN_PART: Group = {
  title: 'Something is missing',
  states: [
    withoutChunk('OVERLAY_NOT_LOADED', 'vitrine-product-overlay', {
      title: 'The products’ part of the player does not arrive',
      look: 'The video plays with its controls; products come as soon as the network lets them.',
      acts: [CONTROLS, ['pause']],
    }),
    withoutChunk('SHELL_NOT_LOADED', 'with-picture', {
      title: 'The controls do not arrive',
      look: 'The video plays with its products; whoever reaches for the controls asks for them once more.',
      acts: [['see', 'vitrine-product-card']],
    }),
    {
      id: 'preview-not-loaded',
      title: 'The seek bar without its small pictures',
      look: 'Time and chapter all the same; only the developer is told.',
      phases: [
        archived(({ event: { playback }, files }) => ({
          playback: { ...playback, thumbnailsUrl: `${files}none.vtt` },
        })),
      ],
      attributes: { 'start-time': '10' },
      acts: [
        ['play'],
        CONTROLS,
        ['pause'],
        ['focus', '.vjs-progress-holder'],
        ['hear-error', 'PREVIEW_NOT_LOADED'],
      ],
    },
    {
      id: 'link-invalid',
      looksLike: 'replay-one',
      title: 'A link to a product that the event does not show',
      look: 'The video begins as if there were no link; only the developer is told.',
      phases: [archived()],
      attributes: { 'start-time': '10' },
      acts: [
        ['link', '#product=teapot'],
        ['play'],
        ['hear-error', 'LINK_INVALID'],
        ['see', 'vitrine-product-card'],
        CONTROLS,
        ['pause'],
      ],
    },
    {
      id: 'timeline-not-loaded',
      looksLike: 'replay-one',
      title: 'Video without its timeline',
      look: 'The video plays; only the developer is told.',
      phases: [archived(({ files }) => ({ timelineUrl: `${files}timeline.json` }))],
      attributes: { 'start-time': '10' },
      acts: [['play'], ['hear-error', 'TIMELINE_NOT_LOADED'], CONTROLS, ['pause']],
    },
    {
      id: 'catalogue-not-loaded',
      looksLike: 'replay-one',
      title: 'Video without the page’s own catalogue',
      look: 'The video plays, with the products of the event; only the developer is told.',
      phases: [archived()],
      attributes: { 'start-time': '10', catalogue: '/states/catalogue-not-loaded/files/none.json' },
      acts: [['hear-error', 'CATALOGUE_NOT_LOADED'], ['play'], CONTROLS, ['pause']],
    },
    {
      id: 'attribute-invalid',
      looksLike: 'facade',
      title: 'An attribute is misspelt',
      look: 'The page shows all the same; only the developer is told.',
      phases: [archived()],
      attributes: { preload: 'some' },
      acts: [
        ['hear-error', 'ATTRIBUTE_INVALID'],
        ['see', 'vitrine-facade-about'],
      ],
    },
  ],
};
