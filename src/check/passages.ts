/** Sources → the passages of text that rules look at, in the order of print. Takes values of any shape: what is not text is passed over. */

import type { Path, Source } from '../source.ts'
import { type MeetingText, mask, maskLetter, type Passage, type PassageKind } from './passage.ts'

export const meetingText = (source: Source): MeetingText => {
  const passages: Passage[] = []
  const add = (kind: PassageKind, path: Path, text: unknown): void => {
    if (typeof text !== 'string') return
    let end = text.length
    while (text[end - 1] === '\n') end -= 1
    const words = text.slice(0, end).replace(/<unit:[a-z0-9-]+>/g, mask)
    if (words !== '') passages.push({ text: words, path, kind, source })
  }
  const top = record(source.value)
  const notice = record(top.notice)
  const meeting = record(top.meeting)

  const participants = (list: unknown, path: Path, kind: PassageKind): void =>
    each(list, path, (value, at) => {
      add(kind, [...at, 'role'], record(value).role)
      add(kind, [...at, 'text'], record(value).text)
    })
  const conclusions = (list: unknown, path: Path): void =>
    each(list, path, (value, at) => {
      add('content', at, value)
      const node = record(value)
      add('heading', [...at, 'heading'], node.heading)
      add('content', [...at, 'text'], node.text)
      each(node.tasks, [...at, 'tasks'], (task, taskAt) => {
        add('task', [...taskAt, 'what'], record(task).what)
        add('due', [...taskAt, 'due'], record(task).due)
      })
      conclusions(node.items, [...at, 'items'])
    })

  add('subject', ['notice', 'subject'], notice.subject)
  each(top.basis, ['basis'], (value, at) => add('basis', at, value))
  add('opening', ['meeting', 'place'], meeting.place)
  add('opening', ['meeting', 'topic'], meeting.topic)
  participants(meeting.with, ['meeting', 'with'], 'attendee')
  participants(record(top.attendees).list, ['attendees', 'list'], 'attendee')
  add('opening', ['meeting', 'heard'], meeting.heard)
  add('opening', ['meeting', 'remarks'], meeting.remarks)
  conclusions(top.conclusions, ['conclusions'])
  add('closing', ['closing', 'about'], record(top.closing).about)
  add('closing', ['closing', 'text'], record(top.closing).text)
  each(record(notice.recipients).add, ['notice', 'recipients', 'add'], (value, at) => {
    add('recipient', [...at, 'text'], record(value).text)
    add('recipient', [...at, 'note'], record(value).note)
  })
  add('archive', ['notice', 'drafting', 'archive'], record(notice.drafting).archive)
  each(top.annexes, ['annexes'], (value, at) => {
    add('annex-title', [...at, 'title'], record(value).title)
    add('annex', [...at, 'text'], record(value).text)
  })
  const annexes = Array.isArray(top.annexes) ? top.annexes.length : 0
  return { source, passages, lastDay: lastDay(meeting.sessions), annexes }
}

/** Names of bodies, units, groups, people and posts of one file of the directory. */
export const directoryPassages = (source: Source): Passage[] => {
  const passages: Passage[] = []
  const add = (kind: PassageKind, path: Path, value: unknown): void => {
    if (typeof value === 'string' && value !== '') passages.push({ text: value, path, kind, source })
  }
  const top = record(source.value)
  for (const [room, kind] of [
    ['bodies', 'body'],
    ['units', 'unit'],
    ['groups', 'unit'],
  ] as const) {
    for (const [id, value] of Object.entries(record(top[room]))) {
      for (const key of ['name', 'leadership', 'short']) add(kind, [room, id, key], record(value)[key])
      add('post', [room, id, 'head'], record(value).head)
    }
  }
  for (const [id, value] of Object.entries(record(top.people))) {
    add('person', ['people', id, 'name'], record(value).name)
    each(record(value).posts, ['people', id, 'posts'], (post, at) => {
      add('post', [...at, 'title'], record(post).title)
      add('post', [...at, 'full'], record(post).full)
    })
  }
  return passages
}

/** The Markdown of a template, what Handlebars fills in or decides being unknown. */
export const templatePassage = (source: Source): Passage => {
  const body = source.body ?? ''
  const text = body.replace(/\{\{[\s\S]*?\}\}/g, (tag) =>
    // Blocks and comments print nothing themselves; their lines must not run into each other.
    tag.replace(/[^\n]/g, maskLetter),
  )
  return { text, path: [], kind: 'template', source, start: source.text.length - body.length }
}

const record = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {}

const each = (list: unknown, path: Path, visit: (value: unknown, path: Path) => void): void => {
  if (Array.isArray(list)) for (const [index, value] of list.entries()) visit(value, [...path, index])
}

const lastDay = (sessions: unknown): string | undefined => {
  const days = Array.isArray(sessions)
    ? sessions.map((session) => record(session).date)
    : [sessions, record(sessions).from, record(sessions).to]
  return days
    .filter((day): day is string => typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(day))
    .sort()
    .at(-1)
}
