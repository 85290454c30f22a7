import { VitrinePlayer } from './components/player/vitrine-player.ts';
import type {} from './index.ts';
import { defineOnce } from './internal/define-once.ts';

defineOnce('vitrine-player', VitrinePlayer);
