/** `new`: a commented record to start from, filled with ids of this project's own directory so that it builds at once. */

import { openedFonts } from '../load/opened-fonts.ts'
import { loadProject } from '../load/project.ts'
import { writeFiles } from '../publish/write.ts'
import type { Person } from '../record/directory.ts'
import { holdsOn } from '../record/fields.ts'
import { type Records, validate } from '../record/validate.ts'
import { slug as slugOf } from '../text/names.ts'
import { type Common, collect, exitCodes } from './io.ts'
import { tell } from './tell.ts'

export type NewOptions = Common & { readonly slug: string }

export const newRecord = async (options: NewOptions): Promise<number> => {
  const { root, io, slug } = options
  const { problems, report } = collect()
  const year = io.today.slice(0, 4)
  const name = `content/meetings/${year}/${slug}.yaml`
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug)) {
    report({
      rule: 'load/file-name',
      level: 'error',
      message: `"${slug}" không dùng làm tên bản ghi được, cần chữ thường không dấu, số và gạch nối`,
      hint: `ví dụ: ${slugOf(slug) || 'hop-giao-ban-thang-3'}`,
      file: name,
    })
  } else {
    const files: string[] = []
    const project = await loadProject(root, ({ file }) => files.push(file))
    files.push(...project.meetings.map(({ file }) => file))
    // The name is the id: another year or another ending does not make it another.
    const taken = files.find((file) => file.startsWith('content/meetings/') && stem(file) === slug)
    if (taken === undefined) {
      const records = validate(project, openedFonts().covers, () => undefined)
      const text = starter(records, io.today)
      await writeFiles(root, new Map([[name, new TextEncoder().encode(text)]]), report)
    } else {
      report({
        rule: 'publish/write',
        level: 'error',
        message: 'bản ghi này đã có, chương trình không ghi đè',
        hint: 'chọn tên khác, hoặc mở bản ghi đã có để sửa',
        file: taken,
      })
    }
  }
  const done = problems.length === 0
  await tell(options, problems, { file: done ? name : null })
  if (done && !options.json && !options.quiet) io.stdout.write(`${name}\n`)
  return done ? exitCodes.done : exitCodes.content
}

const stem = (file: string): string => file.replace(/^.*\//, '').replace(/\.(ya?ml|md)$/, '')

/** Who leads the body signs most; who only works there may not sign at all. */
const rank = ({ posts }: Person, body: string, today: string): number =>
  Math.min(
    ...posts.map(({ at, as, ...period }) =>
      at === body && holdsOn(period, today) ? ['head', 'acting', 'deputy', 'staff'].indexOf(as) : 4,
    ),
  )

/** The record itself. Ids that the directory cannot offer stay as examples, and `check` then says what is missing. */
const starter = (records: Records, today: string): string => {
  const body = records.settings?.value.body ?? 'so-gddt'
  const people = [...records.people.values()]
    .filter(({ value }) =>
      value.posts.some(
        (post) =>
          holdsOn(post, today) && (post.at === body || records.units.get(post.at)?.value.body === body),
      ),
    )
    .sort((a, b) => rank(a.value, body, today) - rank(b.value, body, today))
  const units = [...records.units.values()].filter(
    ({ value }) => value.body === body && holdsOn(value, today),
  )
  const person = people[0]?.id ?? 'nguyen-van-an'
  const unit = units[0]?.id ?? 'van-phong'
  const second = units[1]?.id ?? unit
  return `# yaml-language-server: $schema=../../schemas/meeting.schema.json
# Bản ghi cuộc họp. Dòng bắt đầu bằng "#" là chú thích. Kiểm tra: thongbao check; dựng văn bản: thongbao build.
# Không gõ số, ngày ban hành, nơi nhận, quyền hạn ký: chương trình xác định từ sổ đăng ký và danh bạ.

notice:
  # Trích yếu: một câu ngắn gọn, không viết hoa toàn bộ.
  subject: Kết luận tại cuộc họp ngày ${shortToday(today)}
  # Người ký: mã trong danh bạ (content/directory).${listed(people.map(({ id }) => id))}
  signatory: ${person}
  # Ngày dự kiến (để trống ngày): số và ngày thật lấy từ sổ đăng ký khi ban hành.
  date: ${today.slice(0, 7)}
  drafting:
    # Đơn vị soạn thảo: mã trong danh bạ.${listed(units.map(({ id }) => id))}
    unit: ${unit}
    # initials: P        # ký hiệu người soạn thảo
    # copies: 5          # số bản lưu
  # recipients:          # chỉ ghi phần khác với nơi nhận được tự xác định
  #   add: [{text: Cổng TTĐT Sở}]
  #   remove: []

# basis:                 # căn cứ, mỗi căn cứ một mục
#   - Căn cứ Kế hoạch số … của …

meeting:
  # Một ngày; hoặc {from: ${today}, to: ${today}}; hoặc danh sách [{date: ${today}, at: 14 giờ 00}].
  sessions: ${today}
  # place: Hội trường …  # không ghi thì là cơ quan ban hành
  chair: ${person}
  # Cụm từ đứng sau "chủ trì cuộc họp về việc".
  topic: triển khai nhiệm vụ tháng ${Number(today.slice(5, 7))}
  # heard: các đơn vị báo cáo tình hình thực hiện

attendees:
  # paragraph: một đoạn; section: danh sách riêng; sentence: trong câu mở đầu.
  form: paragraph
  list:
    - {role: Đại diện Lãnh đạo, units: [${[...new Set([unit, second])].join(', ')}]}

conclusions:
  # Mỗi mục là một câu, hoặc có text (lời văn) và tasks (nhiệm vụ: ai chủ trì, ai phối hợp, hạn).
  - Các đơn vị tiếp tục thực hiện nhiệm vụ theo kế hoạch.
  - text: Đơn vị chủ trì tổng hợp, báo cáo kết quả thực hiện.
    tasks:
      - {what: Tổng hợp báo cáo, lead: ${unit}${second === unit ? '' : `, with: ${second}`}, due: {by: tại cuộc họp tiếp theo}}

closing:
  # Cụm từ đứng sau "Trên đây là một số ý kiến kết luận về việc"; hoặc dùng text để viết cả câu.
  about: triển khai nhiệm vụ tháng ${Number(today.slice(5, 7))}
`
}

const shortToday = (today: string): string =>
  `${Number(today.slice(8))}/${Number(today.slice(5, 7))}/${today.slice(0, 4)}`

const listed = (ids: readonly string[]): string =>
  ids.length > 0 ? ` Đang có: ${ids.slice(0, 8).join(', ')}${ids.length > 8 ? ', …' : ''}.` : ''
