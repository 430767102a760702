/** Which sequence of numbers a document belongs to (NĐ 30/2020, Điều 15.1c: the head of the body decides). */

import { isKind, type KindId, kinds } from '../notice/kinds.ts'
import type { Report } from '../problem.ts'
import type { Settings } from '../record/settings.ts'
import type { Entry } from '../record/validate.ts'
import { fileSafe } from '../text/names.ts'
import { nearest } from '../text/nearest.ts'

/** A series is a folder of the register, on every system. */
export const seriesId = /^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/

const cite = 'NĐ 30/2020/NĐ-CP, Điều 15 khoản 1'

/** Reports names that cannot be folders, kinds that are none, and documents that two series would number. */
export const checkSeries = (settings: Entry<Settings>, report: Report): void => {
  const taken = new Map<string, string>()
  const say = (path: readonly (string | number)[], message: string, hint?: string): void => {
    const at = settings.source.at(['series', ...path])
    report({
      rule: 'register/series',
      level: 'error',
      message,
      file: settings.source.file,
      cite,
      ...(at ? { at } : {}),
      ...(hint ? { hint } : {}),
    })
  }
  for (const [id, series] of Object.entries(settings.value.series ?? {})) {
    if (!seriesId.test(id)) say([id], `"${id}" không dùng làm tên sổ được, cần chữ không dấu, số, gạch nối`)
    const body = series.body ?? settings.value.body
    ;(series.kinds ?? [undefined]).forEach((kind, index) => {
      const path = kind === undefined ? [id] : [id, 'kinds', index]
      if (kind !== undefined && !isKind(kind)) {
        const near = nearest(kind, Object.keys(kinds))
        say(
          path,
          `"${kind}" không phải một tên loại của Phụ lục III`,
          near ? `có phải ý bạn là "${near}"?` : `các tên loại: ${Object.keys(kinds).join(', ')}`,
        )
      }
      const key = `${body} ${kind ?? ''}`
      const other = taken.get(key)
      if (other !== undefined)
        say(
          path,
          kind === undefined
            ? `sổ "${id}" và sổ "${other}" cùng nhận mọi loại văn bản của một cơ quan, cần một sổ thôi`
            : `"${kind}" đã lấy số ở sổ "${other}", cần mỗi loại văn bản của một cơ quan một sổ`,
        )
      taken.set(key, other ?? id)
    })
  }
}

export type SeriesFound =
  | { readonly series: string }
  | { readonly message: string; readonly hint: string; readonly cite: string }

/** The series of a body's documents of a kind; a body that the project does not speak for needs one of its own. */
export const seriesOf = (settings: Settings, kind: KindId, body: string): SeriesFound => {
  const given = Object.entries(settings.series ?? {}).filter(
    ([, series]) => (series.body ?? settings.body) === body,
  )
  const [own] = given.find(([, series]) => series.kinds?.includes(kind)) ?? []
  const [common] = given.find(([, series]) => series.kinds === undefined) ?? []
  const found = own ?? common
  if (found !== undefined) return { series: found }
  const usual = fileSafe(kinds[kind].abbreviation)
  if (settings.series === undefined && body === settings.body) return { series: usual }
  return {
    message: `chưa có sổ nào cho ${kinds[kind].name.toLocaleLowerCase('vi')} của cơ quan "${body}"`,
    hint: `thêm vào content/project.yaml, mục series, ví dụ: ${usual}-${body.slice(0, 12).replace(/-$/, '')}: {kinds: [${kind}], body: ${body}}`,
    cite,
  }
}
