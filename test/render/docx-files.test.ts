/** The inside of docx that is leant on: its list of files before they are zipped. */

import { readFileSync } from 'node:fs'
import { Document, Packer, Paragraph } from 'docx'
import { expect, test } from 'vitest'
import { packageFiles } from '../../src/render/docx/package-files.ts'
import { readZip, toText } from '../../src/zip.ts'
import { here } from '../fixtures/project.ts'

const document = (): Document => new Document({ sections: [{ children: [new Paragraph('Kính gửi: Sở')] }] })

// When this fails, docx has changed: see that the files are still all of them, then write down its version.
test('the files are those that docx zips', async () => {
  const zipped = readZip(new Uint8Array(await Packer.toArrayBuffer(document())))
  const own = packageFiles(document())
  const clock = 'docProps/core.xml'
  expect([...own.keys()]).toEqual([...zipped.keys()])
  for (const [path, bytes] of zipped) if (path !== clock) expect(own.get(path), path).toBe(toText(bytes))
  expect(own.get(clock)).toContain('<dcterms:created')
  expect(JSON.parse(readFileSync(here('node_modules/docx/package.json'), 'utf8')).version).toBe('9.15.2')
})
