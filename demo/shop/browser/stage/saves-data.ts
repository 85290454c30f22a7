// Runs before the player: a browser whose owner asks pages to be sparing with data.
Object.defineProperty(navigator, 'connection', {
  configurable: true,
  value: Object.assign(new EventTarget(), { saveData: true, effectiveType: '3g' }),
});

export {};
