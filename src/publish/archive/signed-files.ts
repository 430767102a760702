/** Signed PDFs of a project: kept in content/signed as they came back, byte for byte, and never written again. */

import { link, mkdir, open, readFile, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { Report } from '../../problem.ts'
import { errorCode, refusalOf } from '../../text/system-errors.ts'
import { makeFolder } from '../folders.ts'
import { writer } from '../temporary.ts'
import { sha256 } from './identifiers.ts'

export const signedFolder = 'content/signed'

/** '392-TB-SGDDT.signed.pdf', '392-TB-SGDDT.signed-2.pdf' … `stem`: the name of the issued files without ending. */
export const signedName = (stem: string, nth: number): string =>
  `${stem}.signed${nth === 1 ? '' : `-${nth}`}.pdf`

/** `place`: '<year>/<series>'. Undefined when it is not there or cannot be read. */
export const readSigned = async (
  root: string,
  place: string,
  name: string,
): Promise<Uint8Array | undefined> => {
  try {
    return await readFile(join(root, signedFolder, place, name))
  } catch (error) {
    if (errorCode(error) === undefined) throw error
    return undefined
  }
}

/**
 * Puts the bytes under the first free name; where they are there already, that name is answered. A name that is taken
 * stays taken: files are published with `link`, which never replaces one.
 */
export const keepSigned = async (
  root: string,
  place: string,
  stem: string,
  bytes: Uint8Array,
  report: Report,
): Promise<string | undefined> => {
  const folder = join(root, signedFolder, place)
  const temporary = join(folder, `.thongbao-${writer()}-signed.tmp`)
  try {
    await makeFolder(folder, mkdir)
    const handle = await open(temporary, 'w')
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    for (let nth = 1; ; nth += 1) {
      const name = signedName(stem, nth)
      const there = await readSigned(root, place, name)
      if (there && sha256(there) === sha256(bytes)) return name
      if (there) continue
      try {
        await link(temporary, join(folder, name))
        return name
      } catch (error) {
        if (errorCode(error) !== 'EEXIST') throw error
      }
    }
  } catch (error) {
    const refusal = refusalOf(error)
    if (!refusal) throw error
    report({
      rule: 'publish/write',
      level: 'error',
      file: `${signedFolder}/${place}`,
      message: `không cất được bản đã ký: ${refusal.why}`,
      hint: refusal.hint,
    })
    return undefined
  } finally {
    await unlink(temporary).catch(() => undefined)
  }
}
