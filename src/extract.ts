/** An issued edition + a unit → its extract (trích sao): the notice in its form, what concerns the unit, the parts of a copy. */

import type { Sheet } from './layout/sheet.ts'
import { extractOf } from './notice/extract.ts'
import type { Copy, Notice } from './notice/notice.ts'
import { extractForm } from './notice/terms.ts'
import { type Edition, type Prepared, sheetOf } from './pipeline.ts'
import type { Report } from './problem.ts'
import { isInForce } from './record/register-entry.ts'
import { conclusionsIn } from './record/tasks-in.ts'
import { concerned } from './register/concerned.ts'
import { signatory } from './resolve/signatory.ts'

export type ExtractRequest = {
  /** Id of a unit, group or body of the directory. */
  readonly unit: string
  /** Of the copy; blank when absent, as the records office fills them in. */
  readonly number: number | undefined
  /** 'YYYY-MM-DD' */
  readonly date: string | undefined
  /** Id of a person; who signed the notice when absent. */
  readonly signatory: string | undefined
}

export type Extract = {
  /** Path below the output folder, without ending. */
  readonly name: string
  readonly notice: Notice
  readonly sheet: Sheet
}

/** NĐ 30/2020, Điều 25 khoản 3, Điều 27; Phụ lục I, Phần II. Undefined when there is nothing to extract (reported). */
export const extract = (
  edition: Edition,
  request: ExtractRequest,
  { records, measure }: Prepared,
  report: Report,
): Extract | undefined => {
  const { notice, facts, record, registered } = edition
  const refuse = (message: string, hint: string): undefined => {
    report({ rule: 'extract/notice', level: 'error', file: record.source.file, message, hint, cite })
    return undefined
  }
  if (!registered || notice.date === undefined)
    return refuse(
      'bản ghi này chưa ban hành, chỉ trích sao văn bản đã có số',
      `ban hành trước: thongbao issue ${edition.id}`,
    )
  if (!isInForce(registered.value))
    return refuse(
      'văn bản này đã bị thu hồi hoặc thay thế nên không trích sao',
      'trích sao văn bản thay thế nó',
    )
  if (request.date !== undefined && request.date < notice.date)
    return refuse('ngày sao trước ngày ban hành văn bản', 'kiểm tra --date')
  const names = nameOf(request.unit, records)
  const reach = concerned(request.unit, records, facts.asOf)
  const wanted = conclusionsIn(record.value).flatMap(({ id, above, node }) => {
    const ids = [
      ...(node.for ?? []),
      ...(node.tasks ?? []).flatMap((task) => [task.lead, task.with ?? [], task.watch ?? []].flat()),
    ]
    return ids.some((each) => reach.has(each)) ? [[id, ...above]] : []
  })
  if (wanted.length === 0)
    return refuse(
      `văn bản này không giao việc cho "${names}"`,
      `xem ai được giao việc: thongbao tasks --by unit`,
    )
  const signing = signedBy(edition, request, records, report)
  if (!signing) return undefined
  const copy: Copy = {
    form: extractForm.name,
    issuingBody: notice.issuingBody,
    ...(request.number === undefined ? {} : { number: request.number }),
    symbol: `${extractForm.abbreviation}-${facts.body.abbreviation}`,
    place: notice.place,
    ...(request.date === undefined ? {} : { date: request.date }),
    signature: signing,
    recipients: [`${names};`, 'Lưu: VT.'],
  }
  const extracted = extractOf(notice, wanted, copy)
  return {
    name: `${edition.name.replace(/^issued\//, 'extracts/')}-trich-sao-${request.unit}`,
    notice: extracted,
    sheet: sheetOf(extracted, measure, request.date ?? notice.date),
  }
}

const cite = 'NĐ 30/2020/NĐ-CP, Điều 25 khoản 3'

const nameOf = (id: string, { units, groups, bodies }: Prepared['records']): string =>
  (units.get(id) ?? groups.get(id) ?? bodies.get(id))?.value.name ?? id

/** Điều 27 leaves it to the head of the body who signs copies; whoever does must be able to sign for the body that day. */
const signedBy = (
  { facts, record }: Edition,
  { signatory: given, date }: ExtractRequest,
  records: Prepared['records'],
  report: Report,
): Copy['signature'] | undefined => {
  const id = given ?? record.value.notice.signatory
  const person = records.people.get(id)?.value
  const body = records.bodies.get(facts.body.id)?.value
  const spot = { entry: record, path: ['notice', 'signatory'] }
  if (person && body) {
    const wish = given === undefined ? record.value.notice.authority : undefined
    return signatory(person, facts.body.id, body, date ?? facts.asOf, wish, records, spot, report)
  }
  report({
    rule: 'record/not-found',
    level: 'error',
    file: 'content/directory',
    message: `danh bạ không có người nào mang mã "${id}"`,
    hint: 'kiểm tra --signatory',
  })
  return undefined
}
