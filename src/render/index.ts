/** The formats that an edition can have: name → ending, media type, bytes. Each is loaded when it is first asked for. */

import type { Fonts } from '../fonts/fonts.ts'
import type { Sheet } from '../layout/sheet.ts'
import type { Notice } from '../notice/notice.ts'

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
