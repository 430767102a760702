/** A Word file × findings → the same file with Word comments at the paragraphs they are about. Nothing else is touched. */

import { fromText, readZip, toText, writeZip } from '../../zip.ts'
import type { Finding } from '../against-decree.ts'
import type { ReadDocx } from '../measure/docx.ts'
import { child, type Xml } from '../measure/xml.ts'
import { type Note, notesOf } from './notes.ts'

const author = 'thongbao'
const commentsType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml'

/** The bytes of the copy; undefined when the file holds nothing that a comment could hang on. */
export const annotateDocx = (
  bytes: Uint8Array,
  { document, measured, sources }: ReadDocx,
  findings: readonly Finding[],
): Uint8Array | undefined => {
  const spans = new Map(
    measured.paragraphs.flatMap(({ index, within }) => {
      const xml = sources.get(index)
      return within === 'body' && xml && xml.inner.to > xml.inner.from ? [[index, xml] as const] : []
    }),
  )
  // A note on an empty line would be hard to find.
  const worded = measured.paragraphs.find(({ index, text }) => spans.has(index) && text.trim() !== '')
  const first = worded?.index ?? [...spans.keys()][0]
  if (first === undefined) return undefined
  const { paragraphs, pages } = notesOf(findings, (index) => spans.has(index))
  const all = new Map(paragraphs)
  for (const note of pages.values()) {
    const there = all.get(first)
    all.set(first, there ? { level: note.level, lines: [...note.lines, ...there.lines] } : note)
  }
  const entries = readZip(bytes)
  const strict = document.source.includes('http://purl.oclc.org/ooxml/wordprocessingml/main')
  const namespaces = strict ? strictNamespaces : usualNamespaces
  const folder = document.path.replace(/[^/]*$/, '')
  const linksPath = `${folder}_rels/${document.path.slice(folder.length)}.rels`
  const links = textOf(entries, linksPath)
  const present = presentPart(links, folder)
  const commentsPath = present ?? `${folder}comments.xml`
  const old = present === undefined ? undefined : textOf(entries, present)
  const from =
    1 +
    Math.max(
      -1,
      ...[...(old ?? '').matchAll(/<\w+:comment\b[^>]*?\s\w+:id="(\d+)"/g)].map(([, id]) => Number(id)),
    )
  const notes = [...all]
    .sort(([a], [b]) => a - b)
    .map(([index, note], at) => ({ xml: spans.get(index), note, id: from + at }))

  entries.set(document.path, fromText(withMarks(document.source, notes, namespaces.word)))
  const comments = notes.map(({ note, id }) => comment(note, id, namespaces.word)).join('')
  entries.set(
    commentsPath,
    fromText(
      old?.replace(/<\/\w+:comments>\s*$/, (end) => `${comments}${end}`) ??
        `${header}<w:comments xmlns:w="${namespaces.word}">${comments}</w:comments>`,
    ),
  )
  if (present === undefined) {
    const link = `<Relationship Id="thongbaoComments" Type="${namespaces.relations}/comments" Target="comments.xml"/>`
    entries.set(
      linksPath,
      fromText(
        links === ''
          ? `${header}<Relationships xmlns="${packageRelations}">${link}</Relationships>`
          : before(links, '</Relationships>', link),
      ),
    )
    const types = textOf(entries, '[Content_Types].xml')
    entries.set(
      '[Content_Types].xml',
      fromText(
        before(types, '</Types>', `<Override PartName="/${commentsPath}" ContentType="${commentsType}"/>`),
      ),
    )
  }
  return writeZip(entries)
}

const header = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships'
const usualNamespaces = {
  word: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  relations: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
}
const strictNamespaces = {
  word: 'http://purl.oclc.org/ooxml/wordprocessingml/main',
  relations: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
}

const textOf = (entries: ReadonlyMap<string, Uint8Array>, path: string): string => {
  const entry = entries.get(path)
  return entry ? toText(entry).replace(/^\uFEFF/, '') : ''
}

const presentPart = (links: string, folder: string): string | undefined => {
  const link = [...links.matchAll(/<Relationship\b[^>]*>/g)].find(([tag]) =>
    /\bType="[^"]*\/comments"/.test(tag),
  )?.[0]
  const target = link && /\bTarget="([^"]*)"/.exec(link)?.[1]
  return target === undefined ? undefined : target.startsWith('/') ? target.slice(1) : `${folder}${target}`
}

const before = (xml: string, end: string, more: string): string => {
  const at = xml.lastIndexOf(end)
  return at === -1 ? xml : `${xml.slice(0, at)}${more}${xml.slice(at)}`
}

type Mark = { readonly xml: Xml | undefined; readonly note: Note; readonly id: number }

/** Behind the properties a comment begins, before the end of the paragraph it ends. */
const withMarks = (source: string, marks: readonly Mark[], word: string): string => {
  const space = `xmlns:w="${word}"`
  const inserts = marks.flatMap(({ xml, id }) => {
    if (!xml) return []
    const start = child(xml, 'w:pPr')?.end ?? xml.inner.from
    return [
      { at: start, text: `<w:commentRangeStart ${space} w:id="${id}"/>` },
      {
        at: xml.inner.to,
        text: `<w:commentRangeEnd ${space} w:id="${id}"/><w:r ${space}><w:commentReference w:id="${id}"/></w:r>`,
      },
    ]
  })
  let out = source
  for (const { at, text } of inserts.toSorted((a, b) => b.at - a.at))
    out = out.slice(0, at) + text + out.slice(at)
  return out
}

const comment = ({ lines }: Note, id: number, word: string): string =>
  `<w:comment xmlns:w="${word}" w:id="${id}" w:author="${author}" w:initials="TB">${lines
    .map((line) => `<w:p><w:r><w:t xml:space="preserve">${escaped(line)}</w:t></w:r></w:p>`)
    .join('')}</w:comment>`

/** Quoted words of a strange file: what XML cannot hold is left out. */
const escaped = (text: string): string =>
  text
    .replace(/[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
