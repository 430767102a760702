/** `cancel`, `recall`, `mark`, `note`, as the command line knows them. */

import { type Command, Option } from 'commander'
import { day, number, words, year } from './arguments.ts'
import type { Common } from './io.ts'
import { asText, type Given, outOf, outOption, reason } from './program-options.ts'

const markOptions = [
  ['amendedBy', '--amended-by', 'amended-by', 'văn bản sửa đổi, bổ sung'],
  ['replacedBy', '--replaced-by', 'replaced-by', 'văn bản thay thế'],
  ['correctedBy', '--corrected-by', 'corrected-by', 'văn bản đính chính'],
] as const

const yearOption = (): Option =>
  new Option('--year <năm>', 'năm của số, khi chỉ ghi số (mặc định: năm nay)').argParser(year)

/** `common`: what every command takes; `done`: gets the exit code. */
export const registerCommands = (
  program: Command,
  common: () => Common,
  done: (code: number) => void,
): void => {
  const entryCommand = (name: string, summary: string, description: string): Command =>
    program
      .command(name)
      .summary(summary)
      .description(description)
      .argument('<số>', '392, 392/TB-SGDĐT, 2020/TB/392 hoặc tên bản ghi')
      .addOption(yearOption())
      .addOption(outOption().hideHelp())

  entryCommand(
    'cancel',
    'hủy một số đã giữ, hoặc đã lấy mà chưa phát hành',
    'Hủy số, có lý do. Tệp của số vẫn ở trong sổ với trạng thái đã hủy; số không dùng lại.',
  )
    .addOption(reason('vì sao hủy').makeOptionMandatory())
    .action(async (entry: string, given: Given) => {
      const { cancel } = await import('./register-changes.ts')
      done(
        await cancel({
          ...outOf(common(), given.out),
          entry,
          year: asText(given.year),
          reason: asText(given.reason) ?? '',
        }),
      )
    })

  entryCommand(
    'recall',
    'thu hồi một văn bản đã ban hành',
    'Ghi vào sổ rằng văn bản đã bị thu hồi. Các tệp đã ban hành được giữ nguyên.',
  )
    .addOption(reason('vì sao thu hồi').makeOptionMandatory())
    .option('--by <văn bản>', 'văn bản thu hồi: một số trong sổ, hoặc tên văn bản ngoài sổ')
    .action(async (entry: string, given: Given) => {
      const { recall } = await import('./register-changes.ts')
      done(
        await recall({
          ...outOf(common(), given.out),
          entry,
          year: asText(given.year),
          reason: asText(given.reason) ?? '',
          by: asText(given.by),
        }),
      )
    })

  const mark = entryCommand(
    'mark',
    'ghi rằng văn bản đã được sửa đổi, thay thế hoặc đính chính',
    'Ghi vào sổ quan hệ với văn bản khác: một số trong sổ, hoặc tên văn bản ngoài sổ, ví dụ "Công văn số 12/SGDĐT-VP ngày 16/3/2020".',
  ).addOption(reason('vì sao sửa đổi, thay thế, đính chính').makeOptionMandatory())
  for (const [, flag, , text] of markOptions) mark.option(`${flag} <văn bản>`, text)
  mark.action(async (entry: string, given: Given) => {
    const chosen = markOptions.filter(([key]) => given[key] !== undefined)
    const [first] = chosen
    if (!first || chosen.length > 1)
      mark.error('Cần đúng một trong --amended-by, --replaced-by, --corrected-by.', { exitCode: 2 })
    const command = await import('./register-changes.ts')
    for (const [key, , is] of chosen)
      done(
        await command.mark({
          ...outOf(common(), given.out),
          entry,
          year: asText(given.year),
          is,
          by: asText(given[key]) ?? '',
          reason: asText(given.reason) ?? '',
        }),
      )
  })

  const note = entryCommand(
    'note',
    'ghi thêm vào sổ: ngày chuyển, ký nhận, số bản, ghi chú',
    'Ghi các cột 6 đến 10 của sổ đăng ký văn bản đi.',
  )
    .addOption(new Option('--forwarded <ngày>', 'ngày chuyển, YYYY-MM-DD').argParser(day))
    .addOption(new Option('--receipt <chữ>', 'ai đã ký nhận').argParser(words))
    .addOption(new Option('--copies <số bản>', 'số lượng bản').argParser(number))
    .addOption(new Option('--keeper <chữ>', 'đơn vị, người nhận bản lưu').argParser(words))
    .addOption(new Option('--note <chữ>', 'ghi chú').argParser(words))
  note.action(async (entry: string, given: Given) => {
    const keys = ['forwarded', 'receipt', 'copies', 'keeper', 'note'] as const
    const notes = Object.fromEntries(
      keys.flatMap((key) => (given[key] === undefined ? [] : [[key, given[key]]])),
    )
    if (Object.keys(notes).length === 0)
      note.error('Cần ít nhất một trong --forwarded, --receipt, --copies, --keeper, --note.', { exitCode: 2 })
    const command = await import('./register-changes.ts')
    done(await command.note({ ...outOf(common(), given.out), entry, year: asText(given.year), notes }))
  })
}
