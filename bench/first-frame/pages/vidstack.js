// As its installation page has it for a bundler: the player, its default layout, and hls.js as a module of one's own.
import 'vidstack/player/styles/default/theme.css';
import 'vidstack/player/styles/default/layouts/video.css';
import 'vidstack/player';
import 'vidstack/player/layouts/default';
import 'vidstack/player/ui';

document.querySelector('media-player').addEventListener('provider-change', ({ detail: provider }) => {
  if (provider?.type === 'hls') provider.library = () => import('hls.js');
});
