/** `issue`, `reserve`, `seal`, as the command line knows them. */

import { type Command, Option } from 'commander'
import type { Relation } from '../record/register-entry.ts'
import { day, number, year } from './arguments.ts'
import type { Common } from './io.ts'
import { asNumber, asText, type Given, outOf, outOption, reason } from './program-options.ts'

const relationOptions = [
  ['amends', 'văn bản này sửa đổi, bổ sung văn bản nào trong sổ'],
  ['replaces', 'văn bản này thay thế văn bản nào'],
  ['corrects', 'văn bản này đính chính văn bản nào'],
  ['recalls', 'văn bản này thu hồi văn bản nào'],
] as const

/** `common`: what every command takes; `done`: gets the exit code. */
export const issueCommands = (program: Command, common: () => Common, done: (code: number) => void): void => {
  const issue = program
    .command('issue')
    .summary('ban hành: lấy số, ghi ngày, vào sổ, ra bản chính thức')
    .description(
      'Lấy số tiếp theo của sổ, dựng PDF, DOCX, Markdown chính thức vào out/issued và vào sổ đăng ký. Số do hệ thống của văn thư cấp, hoặc số đã giữ: ghi --number (và --date).',
    )
    .argument('<bản ghi>', 'tên hoặc đường dẫn của bản ghi')
    .addOption(new Option('--date <ngày>', 'ngày ban hành, YYYY-MM-DD (mặc định: hôm nay)').argParser(day))
    .addOption(new Option('--number <số>', 'số do văn thư cấp, hoặc số đã giữ').argParser(number))
    .option('--series <sổ>', 'chỉ để kiểm lại: báo lỗi nếu văn bản không thuộc sổ này')
    .addOption(reason('lý do lùi ngày, sửa đổi, thay thế …; được lưu vào sổ'))
    .addOption(new Option('--copies <số bản>', 'số lượng bản phát hành').argParser(number))
  for (const [name, text] of relationOptions)
    issue.addOption(new Option(`--${name} <số>`, `${text}: 392, 392/TB-SGDĐT hoặc 2020/TB/392`))
  issue
    .option('--new-version', 'ra phiên bản mới dưới số cũ, khi văn bản chưa phát hành (cần --reason)')
    .addOption(outOption())
    .action(async (record: string, given: Given) => {
      const shared = { ...outOf(common(), given.out), record, reason: asText(given.reason) }
      if (given.newVersion === true) {
        const { newVersion } = await import('./new-version.ts')
        done(await newVersion(shared))
        return
      }
      const command = await import('./issue.ts')
      const relations = relationOptions.flatMap(([is]) => {
        const to = asText(given[is])
        return to === undefined ? [] : [{ is: is satisfies Relation['is'], to }]
      })
      done(
        await command.issue({
          ...shared,
          date: asText(given.date),
          number: asNumber(given.number),
          series: asText(given.series),
          copies: asNumber(given.copies),
          relations,
        }),
      )
    })

  program
    .command('reserve')
    .summary('giữ một số trong sổ để dùng sau')
    .description(
      'Giữ số tiếp theo (hoặc số nêu ở --number). Dùng số ấy: thongbao issue <bản ghi> --number <số>.',
    )
    .addOption(reason('giữ số cho việc gì').makeOptionMandatory())
    .addOption(new Option('--number <số>', 'giữ đúng số này').argParser(number))
    .option('--series <sổ>', 'tên sổ (mặc định: sổ của loại văn bản thường dùng)')
    .addOption(new Option('--year <năm>', 'năm của sổ (mặc định: năm nay)').argParser(year))
    .addOption(outOption().hideHelp())
    .action(async (given: Given) => {
      const { reserve } = await import('./register-changes.ts')
      done(
        await reserve({
          ...outOf(common(), given.out),
          reason: asText(given.reason) ?? '',
          number: asNumber(given.number),
          series: asText(given.series),
          year: asText(given.year),
        }),
      )
    })

  program
    .command('seal')
    .summary('ghi mã băm cho văn bản đã ban hành từ trước')
    .description(
      'Ghi vào sổ mã băm lời văn của văn bản đã ban hành trước khi dùng chương trình, để biết khi bản ghi bị sửa.',
    )
    .argument('<bản ghi>', 'tên bản ghi, hoặc <năm>/<sổ>/<số>')
    .addOption(reason('vì sao ghi lại, khi đã có mã băm khác'))
    .addOption(outOption().hideHelp())
    .action(async (record: string, given: Given) => {
      const { seal } = await import('./new-version.ts')
      done(await seal({ ...outOf(common(), given.out), record, reason: asText(given.reason) }))
    })
}
