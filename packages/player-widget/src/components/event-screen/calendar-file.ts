import type { LiveEvent } from '@vitrine/product-cues';

/** Milliseconds that a show is taken to last: nobody says before. */
const LENGTH = 3_600_000;
/** Octets in a line of a calendar file (RFC 5545, 3.1), without the space that a folded one begins with. */
const LINE = 74;

/** The show as a calendar entry, with the page as the place and a reminder; made here, sent nowhere. */
export function calendarFile({ id, title, startsAt = '', description }: LiveEvent, page: string): string {
  const begin = new Date(startsAt);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Vitrine//Player//EN',
    'BEGIN:VEVENT',
    `UID:${escapeText(id)}@vitrine`,
    `DTSTAMP:${stamp(new Date())}`,
    `DTSTART:${stamp(begin)}`,
    `DTEND:${stamp(new Date(begin.getTime() + LENGTH))}`,
    `SUMMARY:${escapeText(title)}`,
    ...(description ? [`DESCRIPTION:${escapeText(description)}`] : []),
    `URL:${page}`,
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escapeText(title)}`,
    'TRIGGER:-PT10M',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return `${lines.map(fold).join('\r\n')}\r\n`;
}

function stamp(date: Date): string {
  return `${date.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
}

/** The words are others': none of them may become a line of its own. */
function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|[\r\n]/g, '\\n');
}

/** Between characters, never within one. */
function fold(line: string): string {
  const lines = [''];
  let octets = 0;
  for (const character of line) {
    const length = new TextEncoder().encode(character).length;
    if (octets + length > LINE) {
      lines.push('');
      octets = 0;
    }
    octets += length;
    lines[lines.length - 1] += character;
  }
  return lines.join('\r\n ');
}

/** Gives the file to the browser as a download. */
export function saveCalendarFile(event: LiveEvent): void {
  const url = URL.createObjectURL(new Blob([calendarFile(event, document.URL)], { type: 'text/calendar' }));
  const link = Object.assign(document.createElement('a'), {
    href: url,
    download: `${event.slug || 'show'}.ics`,
  });
  link.click();
  // Not at once: the download may not have begun.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
