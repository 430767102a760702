/**
 * A document of docx 9.15.2 → the files that it would zip. They are changed before they are zipped, and its own zip, which
 * was unpacked again at once, took more time than all the rest. `test/render/docx-files.test.ts` fails when its inside changes.
 */

import { type Document, Packer } from 'docx'

type Inside = {
  readonly compiler: { readonly compile: (document: Document) => ReadonlyMap<string, unknown> }
}

/** Texts by path ("word/document.xml"). */
export const packageFiles = (document: Document): Map<string, string> => {
  const files = new Map<string, string>()
  for (const [path, data] of (Packer as unknown as Inside).compiler.compile(document)) {
    // Pictures and fonts would be bytes; a notice has none.
    if (typeof data !== 'string') throw new Error(`${path} is no text`)
    files.set(path, data)
  }
  return files
}
