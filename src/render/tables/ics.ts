/** Events → an iCalendar file (RFC 5545) of all-day events. The same events give the same bytes: no clock, no chance. */

/** What is needed of an event; see `register/task-events.ts`. */
export type IcsEvent = {
  readonly uid: string
  readonly sequence: number
  readonly stamp: string
  readonly day: string
  readonly summary: string
  readonly description: string
  readonly categories: readonly string[]
  readonly pending: boolean
}

export const renderIcs = (title: string, events: readonly IcsEvent[]): Uint8Array =>
  new TextEncoder().encode(
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//thongbao//thongbao//VI',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      `X-WR-CALNAME:${escaped(title)}`,
      ...events.flatMap(eventLines),
      'END:VCALENDAR',
    ]
      .map((line) => `${folded(line)}\r\n`)
      .join(''),
  )

const eventLines = (event: IcsEvent): string[] => [
  'BEGIN:VEVENT',
  `UID:${escaped(event.uid)}`,
  `DTSTAMP:${basic(event.stamp)}T000000Z`,
  `SEQUENCE:${event.sequence}`,
  `DTSTART;VALUE=DATE:${basic(event.day)}`,
  // The day after: an all-day event ends before it (3.6.1). Outlook wants to be told.
  `DTEND;VALUE=DATE:${basic(nextDay(event.day))}`,
  `SUMMARY:${escaped(event.summary)}`,
  `DESCRIPTION:${escaped(event.description)}`,
  ...(event.categories.length > 0 ? [`CATEGORIES:${event.categories.map(escaped).join(',')}`] : []),
  // A deadline takes nobody's time.
  'TRANSP:TRANSPARENT',
  'X-MICROSOFT-CDO-ALLDAYEVENT:TRUE',
  'X-MICROSOFT-CDO-BUSYSTATUS:FREE',
  // A reminder on the morning of the day before, while there is something to be reminded of.
  ...(event.pending
    ? [
        'BEGIN:VALARM',
        'ACTION:DISPLAY',
        `DESCRIPTION:${escaped(event.summary)}`,
        'TRIGGER:-PT16H',
        'END:VALARM',
      ]
    : []),
  'END:VEVENT',
]

/** TEXT (3.3.11). What no line may hold is left out. */
const escaped = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\n\t])\p{Cc}/gu, '')
    .replace(/[\\;,]/g, (mark) => `\\${mark}`)
    .replaceAll('\n', '\\n')

/** At most 75 octets a line, no letter torn; the space that opens the next line counts (3.1). */
const folded = (line: string): string => {
  const lines: string[] = []
  let [piece, octets] = ['', 0]
  for (const letter of line) {
    const more = octetsOf(letter)
    if (octets + more > longest) {
      lines.push(piece)
      ;[piece, octets] = [' ', 1]
    }
    piece += letter
    octets += more
  }
  return [...lines, piece].join('\r\n')
}

const longest = 75
const octetsOf = (letter: string): number => {
  const code = letter.codePointAt(0) ?? 0
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
}

const basic = (date: string): string => date.replaceAll('-', '')

const nextDay = (date: string): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
