// Runs before the player: a browser that lets no element go fullscreen, as an iPhone's does.
Object.defineProperty(Document.prototype, 'fullscreenEnabled', { get: () => false });
Reflect.deleteProperty(Element.prototype, 'requestFullscreen');

export {};
