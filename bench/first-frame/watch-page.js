// Runs in every page before anything else: notices the first picture of any <video>, wherever it hides, and what the page did meanwhile.
{
  const LOOK_EVERY_MS = 10;
  const roots = [document];
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function (options) {
    const root = attachShadow.call(this, options);
    roots.push(root);
    return root;
  };

  const seen = { first: undefined, tasks: [], shifts: [] };
  Object.defineProperty(window, 'seenByBench', { value: seen });
  const note = (type, list, pick) =>
    new PerformanceObserver((entries) => list.push(...entries.getEntries().map(pick))).observe({
      type,
      buffered: true,
    });
  note('longtask', seen.tasks, ({ startTime, duration }) => ({ at: startTime, ms: duration }));
  note('layout-shift', seen.shifts, ({ startTime, value }) => ({ at: startTime, value }));

  const watched = new WeakSet();
  const look = () => {
    if (seen.first) return;
    for (const root of roots)
      for (const video of root.querySelectorAll('video')) {
        if (watched.has(video)) continue;
        watched.add(video);
        video.requestVideoFrameCallback((now, { width, height, mediaTime }) => {
          if (seen.first) return;
          seen.first = { at: now, epoch: performance.timeOrigin + now, width, height, mediaTime };
          tellBench('');
        });
      }
    setTimeout(look, LOOK_EVERY_MS);
  };
  look();
}
