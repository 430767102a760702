/** The commands that read the register and the tasks, as the command line knows them. */

import { resolve } from 'node:path'
import { type Command, Option } from 'commander'
import type { ProgressState } from '../record/conclusion.ts'
import type { Order } from '../register/task-listing.ts'
import type { TaskState } from '../register/tasks.ts'
import { day, number, oneOf, words, year } from './arguments.ts'
import type { Common } from './io.ts'
import type { RegisterForm } from './register.ts'
import type { TaskForm } from './tasks.ts'

const registerForms: readonly RegisterForm[] = ['table', 'csv', 'xlsx', 'pdf']
const taskForms: readonly TaskForm[] = ['table', 'csv', 'xlsx', 'ics']
const states: readonly TaskState[] = ['open', 'doing', 'done', 'dropped']
const orders: readonly Order[] = ['date', 'unit', 'notice']
const formatNames = ['pdf', 'docx', 'md'] as const
type FormatName = (typeof formatNames)[number]

const as = <T extends string>(forms: readonly T[]): Option =>
  new Option('--as <dạng>', `một trong: ${forms.join(', ')}`).default('table').argParser(oneOf(forms))
const output = (): Option => new Option('-o, --output <tệp>', 'ghi vào tệp này')

type RegisterFlags = Partial<Record<'year' | 'series' | 'signatory' | 'unit' | 'output', string>> & {
  readonly as: RegisterForm
}
type TaskFlags = Partial<Record<'unit' | 'until' | 'on' | 'note' | 'output', string>> &
  Partial<Record<ProgressState, string[]>> & {
    readonly overdue?: boolean
    readonly drafts?: boolean
    readonly state?: TaskState
    readonly by: Order
    readonly as: TaskForm
  }
type ExtractFlags = Partial<Record<'date' | 'signatory' | 'out', string>> & {
  readonly unit: string[]
  readonly number?: number
  readonly formats: FormatName[]
}

/** `common`: what every command takes; `done`: gets the exit code. */
export const listCommands = (program: Command, common: () => Common, done: (code: number) => void): void => {
  const file = (given: string | undefined): string | undefined =>
    given === undefined ? undefined : resolve(common().io.cwd, given)

  program
    .command('register')
    .summary('sổ đăng ký văn bản đi: xem, xuất, in')
    .description(
      'Sổ đăng ký văn bản đi theo mười cột của Phụ lục IV, và những chỗ trống, trùng, lộn ngày trong sổ. xlsx và pdf được ghi vào out/registers nếu không nêu tệp.',
    )
    .addOption(new Option('--year <năm>', 'chỉ năm này').argParser(year))
    .option('--series <sổ>', 'chỉ sổ này, ví dụ TB')
    .option('--signatory <người>', 'chỉ văn bản của người ký này: mã trong danh bạ hoặc một phần họ tên')
    .option('--unit <đơn vị>', 'chỉ văn bản do đơn vị này soạn thảo hoặc nhận: mã hoặc tên')
    .addOption(as(registerForms))
    .addOption(output())
    .action(async (flags: RegisterFlags) => {
      const { register } = await import('./register.ts')
      const { year: given, series, signatory, unit } = flags
      done(
        await register({
          ...common(),
          year: given,
          series,
          signatory,
          unit,
          as: flags.as,
          output: file(flags.output),
        }),
      )
    })

  const marking = (state: ProgressState, text: string): Option =>
    new Option(`--${state} <việc...>`, `ghi vào bản ghi: nhiệm vụ này ${text}`)

  program
    .command('tasks')
    .summary('theo dõi nhiệm vụ đã giao; ghi tiến độ')
    .description(
      'Các nhiệm vụ mà văn bản đã ban hành giao: ai chủ trì, phối hợp, đến bao giờ, đã làm tới đâu. Ghi tiến độ không làm đổi văn bản đã ban hành.',
    )
    .option('--unit <mã>', 'chỉ việc của đơn vị hoặc nhóm này (nhóm gồm các đơn vị của nó, và ngược lại)')
    .option('--overdue', 'chỉ việc quá hạn')
    .addOption(new Option('--state <trạng thái>', states.join(', ')).argParser(oneOf(states)))
    .addOption(new Option('--until <ngày>', 'chỉ việc có hạn đến hết ngày này, YYYY-MM-DD').argParser(day))
    .addOption(
      new Option('--by <thứ tự>', 'xếp theo: date (hạn), unit (đơn vị), notice (văn bản)')
        .default('date')
        .argParser(oneOf(orders)),
    )
    .option('--drafts', 'kể cả việc trong các dự thảo')
    .addOption(as(taskForms))
    .addOption(output())
    .addOption(marking('doing', 'đang thực hiện'))
    .addOption(marking('done', 'hoàn thành'))
    .addOption(marking('dropped', 'không thực hiện nữa'))
    .addOption(new Option('--on <ngày>', 'ngày ghi tiến độ (mặc định: hôm nay)').argParser(day))
    .addOption(new Option('--note <chữ>', 'ghi chú của tiến độ').argParser(words))
    .action(async (flags: TaskFlags) => {
      const { tasks } = await import('./tasks.ts')
      const mark = (['doing', 'done', 'dropped'] as const).flatMap((state) =>
        (flags[state] ?? []).map((task) => ({ task, state })),
      )
      done(
        await tasks({
          ...common(),
          unit: flags.unit,
          overdue: flags.overdue === true,
          state: flags.state,
          until: flags.until,
          by: flags.by,
          drafts: flags.drafts === true,
          as: flags.as,
          output: file(flags.output),
          mark,
          on: flags.on,
          note: flags.note,
        }),
      )
    })

  program
    .command('extract')
    .summary('trích sao văn bản đã ban hành cho một đơn vị')
    .description(
      'Trích sao (Điều 25): phần nội dung giao việc cho đơn vị, đúng thể thức bản sao, vào out/extracts. Số và ngày sao để trống nếu không nêu.',
    )
    .argument('<bản ghi>', 'tên hoặc đường dẫn của bản ghi')
    .addOption(new Option('--unit <nơi nhận...>', 'mã đơn vị hoặc nhóm trong danh bạ').makeOptionMandatory())
    .addOption(new Option('--number <số>', 'số bản sao').argParser(number))
    .addOption(new Option('--date <ngày>', 'ngày sao, YYYY-MM-DD').argParser(day))
    .option('--signatory <mã>', 'người ký bản sao (mặc định: người ký văn bản)')
    .addOption(
      new Option('--formats <danh sách>', 'định dạng, cách nhau dấu phẩy')
        .default([...formatNames], formatNames.join(','))
        .argParser((given: string) => [
          ...new Set(given.split(',').map((name) => oneOf(formatNames)(name.trim()))),
        ]),
    )
    .option('--out <thư mục>', 'thư mục kết quả (mặc định: out/ của dự án)')
    .action(async (record: string, flags: ExtractFlags) => {
      const { extractCommand } = await import('./extract.ts')
      const options = common()
      done(
        await extractCommand({
          ...options,
          record,
          units: flags.unit,
          number: flags.number,
          date: flags.date,
          signatory: flags.signatory,
          formats: flags.formats,
          out: file(flags.out) ?? resolve(options.root, 'out'),
        }),
      )
    })
}
