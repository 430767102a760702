/** The formats that an edition can have: name → ending, media type, bytes. Each is loaded when it is first asked for. */

import type { Fonts } from '../fonts/fonts.ts'
import type { Sheet } from '../layout/sheet.ts'
import type { Notice } from '../notice/notice.ts'
import type { Listing } from '../text/listing.ts'
import type { IcsEvent } from './tables/ics.ts'

export const formatNames = ['pdf', 'docx', 'md'] as const
export type FormatName = (typeof formatNames)[number]

/** What a renderer is given; plain data, so that it can be sent to a worker. */
export type Original = { readonly notice: Notice; readonly sheet: Sheet }

type Format = {
  readonly extension: string
  readonly mediaType: string
  readonly render: (original: Original, fonts: () => Fonts) => Promise<Uint8Array>
}

export const formats: Readonly<Record<FormatName, Format>> = {
  pdf: {
    extension: 'pdf',
    mediaType: 'application/pdf',
    render: async ({ sheet }, fonts) => (await import('./pdf/pdf.ts')).renderPdf(sheet, fonts()),
  },
  docx: {
    extension: 'docx',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    render: async ({ sheet }) => (await import('./docx/docx.ts')).renderDocx(sheet),
  },
  md: {
    extension: 'md',
    mediaType: 'text/markdown',
    render: async ({ notice, sheet }) =>
      new TextEncoder().encode((await import('./markdown.ts')).renderMarkdown(notice, sheet.rules)),
  },
}

/** An original → its bytes in each of these formats. Fonts are asked for by what needs them only. */
export const render = async (
  original: Original,
  names: readonly FormatName[],
  fonts: () => Fonts,
): Promise<(readonly [FormatName, Uint8Array])[]> => {
  const made: (readonly [FormatName, Uint8Array])[] = []
  for (const name of names) made.push([name, await formats[name].render(original, fonts)])
  return made
}

/** A sheet that belongs to no notice: a register. */
export const printSheet = async (sheet: Sheet, fonts: Fonts): Promise<Uint8Array> =>
  (await import('./pdf/pdf.ts')).renderPdf(sheet, fonts)

/** A redline: the same sheet with what came and went in it, as changes that a word processor can accept or reject. */
export const trackedSheet = async (sheet: Sheet): Promise<Uint8Array> =>
  (await import('./docx/docx.ts')).renderDocx(sheet)

export const tableNames = ['csv', 'xlsx'] as const
export type TableName = (typeof tableNames)[number]

/** Who the file says has made it, and the day that it bears: 'YYYY-MM-DD'. */
export type TableProperties = { readonly author: string; readonly stamp: string }

export const tables: Readonly<
  Record<TableName, (listing: Listing, properties: TableProperties) => Promise<Uint8Array>>
> = {
  csv: async (listing) => (await import('./tables/csv.ts')).renderCsv(listing),
  xlsx: async (listing, properties) => (await import('./tables/xlsx.ts')).renderXlsx(listing, properties),
}

export const calendar = async (title: string, events: readonly IcsEvent[]): Promise<Uint8Array> =>
  (await import('./tables/ics.ts')).renderIcs(title, events)
