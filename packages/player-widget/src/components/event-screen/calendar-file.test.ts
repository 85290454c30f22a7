import { expect } from '@open-wc/testing';
import { event } from '../../test/fixtures.ts';
import { calendarFile } from './calendar-file.ts';

const SHOW = event({ title: 'Spring table', startsAt: '2030-03-05T18:00:00.500Z' });

describe('calendarFile', () => {
  it('names the show, its time and the page, and reminds ten minutes before', () => {
    const lines = calendarFile(SHOW, 'https://shop.example/show').split('\r\n');
    expect(lines).to.include.members([
      'BEGIN:VCALENDAR',
      'UID:spring@vitrine',
      'DTSTART:20300305T180000Z',
      'DTEND:20300305T190000Z',
      'SUMMARY:Spring table',
      'URL:https://shop.example/show',
      'TRIGGER:-PT10M',
    ]);
    expect(lines.slice(-2)).to.deep.equal(['END:VCALENDAR', '']);
  });

  it('lets no title write lines of its own, and none be longer than 75 octets', () => {
    const title = `One; two, \\three\r\nEND:VEVENT\nATTENDEE:mailto:x ${'ä☕'.repeat(60)}`;
    const file = calendarFile({ ...SHOW, title }, 'https://shop.example/');
    const lines = file.split('\r\n');
    expect(lines.filter((line) => line === 'END:VEVENT')).to.have.length(1);
    const whole = file.replaceAll('\r\n ', '');
    expect(whole).to.include('SUMMARY:One\\; two\\, \\\\three\\nEND:VEVENT');
    for (const line of lines) expect(new TextEncoder().encode(line).length, line).to.be.at.most(75);
    expect(whole).to.include('ä☕'.repeat(60));
  });
});
