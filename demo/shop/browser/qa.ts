import { need } from './elements.ts';
import { bindDesk } from './qa/desk.ts';
import { bindDrawer } from './qa/drawer.ts';
import { bindEventLog } from './qa/event-log.ts';
import { showReadings } from './qa/readings.ts';
import type { PlayerElement } from './qa/player-element.ts';

const panel = need(document, '[data-qa]', HTMLElement);
const player = document.querySelector<PlayerElement>('vitrine-player');

const isOpen = bindDrawer(panel);
bindDesk(panel);
if (player) {
  bindEventLog(panel, player);
  showReadings(panel, player, isOpen);
}
