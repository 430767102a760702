/** The command line of `check`: records by name, or finished files by their ending. */

import { resolve } from 'node:path'
import { type Command, CommanderError } from 'commander'
import { isFinishedFile } from './finished-files.ts'
import { type Common, exitCodes } from './io.ts'

type Flags = {
  readonly fix?: boolean
  readonly sarif?: boolean
  readonly output?: string
  readonly annotate?: string
}

/** `version` of the program; `done` is told the exit code. */
export const checkCommand = (
  program: Command,
  common: () => Common,
  version: string,
  done: (code: number) => void,
): void => {
  program
    .command('check')
    .summary('nêu mọi lỗi của các bản ghi')
    .description(
      'Nêu mọi lỗi của các bản ghi trong một lần chạy, không dựng gì. Không nêu bản ghi nào: xem tất cả. Nêu tệp .docx hoặc .pdf đã xong: đo tệp đó theo Nghị định 30/2020/NĐ-CP.',
    )
    .argument('[bản ghi hoặc tệp...]', 'tên hoặc đường dẫn của bản ghi; hoặc tệp .docx, .pdf')
    .option('--fix', 'sửa ngay trong tệp những chỗ chắc chắn (dấu cách, chữ hoa …), giữ nguyên mọi chữ khác')
    .option('--sarif', 'với tệp .docx, .pdf: in kết quả theo SARIF 2.1.0')
    .option('-o, --output <tệp>', 'với tệp .docx, .pdf: ghi kết quả (JSON hoặc SARIF) vào tệp')
    .option('--annotate <thư mục>', 'với tệp .docx, .pdf: ghi vào đó bản sao có đánh dấu từng chỗ sai')
    .action(async (given: string[], options: Flags) => {
      const files = given.filter(isFinishedFile)
      refuseStray(given, files, options)
      if (files.length === 0) {
        const { check } = await import('./check.ts')
        done(await check({ ...common(), records: given, fix: options.fix === true }))
        return
      }
      const { checkFiles } = await import('./check-files.ts')
      const { cwd } = common().io
      const at = (path: string | undefined): string | undefined =>
        path === undefined ? undefined : resolve(cwd, path)
      done(
        await checkFiles({
          ...common(),
          files,
          sarif: options.sarif === true,
          output: at(options.output),
          annotate: at(options.annotate),
          version,
        }),
      )
    })
}

const refuseStray = (given: readonly string[], files: readonly string[], flags: Flags): void => {
  if (files.length > 0 && files.length < given.length)
    throw wrongUse('Nêu tệp .docx, .pdf hoặc bản ghi, không nêu cả hai một lần.')
  const [strange, meant] =
    files.length > 0
      ? [['fix'] as const, 'bản ghi']
      : [['sarif', 'output', 'annotate'] as const, 'tệp .docx, .pdf']
  const stray = strange.find((name) => flags[name] !== undefined)
  if (stray !== undefined) throw wrongUse(`Tùy chọn "--${stray}" chỉ dùng với ${meant}.`)
}

const wrongUse = (words: string): CommanderError => new CommanderError(exitCodes.usage, 'thongbao.use', words)
