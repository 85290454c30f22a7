import { expect, fixture, html } from '@open-wc/testing';
import { announcerOf } from './announcer.ts';
import { waitUntil } from '../test/wait-until.ts';

/** A player's box with something deep inside, and what is heard of it with its time. */
async function listen() {
  const host = await fixture<HTMLElement>(html`<section></section>`);
  const base = document.createElement('div');
  base.className = 'base';
  host.attachShadow({ mode: 'open' }).append(base);
  const dialog = document.createElement('dialog');
  const part = base.appendChild(document.createElement('section'));
  part.attachShadow({ mode: 'open' }).append(dialog);
  const heard: { text: string; at: number; within: Element | null }[] = [];
  const announcer = announcerOf(dialog);
  const region = base.querySelector('.announcement') as HTMLElement;
  const hear = (): void => {
    const text = region.textContent;
    if (text) heard.push({ text, at: performance.now(), within: region.parentElement });
  };
  new MutationObserver(hear).observe(region, { childList: true });
  const words = (): readonly string[] => heard.map(({ text }) => text);
  const until = (count: number) =>
    waitUntil(() => heard.length >= count, `${String(count)} announcements`, { timeout: 25_000 });
  return { base, dialog, part, announcer, region, heard, words, until };
}

describe('what a player says politely', () => {
  it('is one voice for all its parts, in a region that is there before its words', async () => {
    const { base, part, announcer, region, words, until } = await listen();
    expect(announcerOf(part) === announcer && announcerOf(base) === announcer).to.equal(true);
    expect(region.ariaLive).to.equal('polite');
    announcer.announce('products', 'Mug');
    expect(words()).to.deep.equal([]);
    await until(1);
    expect(base.querySelectorAll('[aria-live]')).to.have.lengthOf(1);
    await expect(base).to.be.accessible();
  });

  it('comes one at a time, three seconds apart, and tells of what changes meanwhile how it ended', async () => {
    const { announcer, heard, words, until } = await listen();
    announcer.announce('products', 'Mug');
    await until(1);
    announcer.announce('products', 'Lamp');
    announcer.announce('live', 'Back at live');
    announcer.announce('cart', 'Added Mug');
    announcer.announce('products', 'Vase');
    announcer.announce('live', '');
    await until(3);
    expect(words()).to.deep.equal(['Mug', 'Added Mug', 'Vase']);
    const pauses = heard.slice(1).map(({ at }, index) => at - (heard[index]?.at ?? 0));
    for (const pause of pauses) expect(pause).to.be.within(2_950, 10_000);
  });

  it('says nothing twice that has not changed, and the same again where it is news', async () => {
    const { announcer, words, until } = await listen();
    announcer.announce('products', 'Mug');
    await until(1);
    announcer.announce('products', 'Lamp');
    announcer.announce('products', 'Mug');
    announcer.announce('cart', '');
    announcer.announce('cart', 'Added Mug');
    await until(2);
    announcer.announce('cart', '');
    announcer.announce('cart', 'Added Mug');
    await until(3);
    expect(words()).to.deep.equal(['Mug', 'Added Mug', 'Added Mug']);
  });

  it('gives way to an error, and is heard within a modal dialog', async () => {
    const { base, dialog, announcer, heard, until } = await listen();
    announcer.giveWay();
    const since = performance.now();
    dialog.showModal();
    announcer.speakIn(dialog);
    announcer.announce('choice', 'Sold out');
    await until(1);
    expect((heard[0]?.at ?? 0) - since).to.be.within(2_950, 10_000);
    expect(heard[0]?.within === dialog).to.equal(true);
    dialog.close();
    announcer.speakIn();
    announcer.announce('products', 'Mug');
    await until(2);
    expect(heard[1]?.within === base).to.equal(true);
  });
});
