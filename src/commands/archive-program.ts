/** The command line of packages: archive, verify, signed. */

import { resolve } from 'node:path'
import { type Command, InvalidArgumentError, Option } from 'commander'
import type { Common } from './io.ts'

/** `done` is told the exit code. */
export const archiveCommands = (
  program: Command,
  common: () => Common,
  done: (code: number) => void,
): void => {
  const outOf = ({ root, io }: Common, out: string | undefined): string =>
    out === undefined ? resolve(root, 'out') : resolve(io.cwd, out)

  program
    .command('archive')
    .summary('đóng gói văn bản đã ban hành để nộp lưu trữ')
    .description(
      'Đóng gói SIP_hoso (Thông tư 05/2025/TT-BNV) vào out/archive, mỗi năm mỗi sổ một gói. Gói đã có không bị ghi lại. Không nêu gì: mọi năm.',
    )
    .argument('[bản ghi...]', 'chỉ các bản ghi này; không nêu: cả sổ')
    .addOption(new Option('--year <năm>', 'chỉ văn bản của năm này').argParser(yearIn))
    .option('--new-version', 'gói đã có mà nội dung nay khác: đóng thêm phiên bản mới bên cạnh')
    .option('--edxml', 'ghi thêm thông điệp edXML, bản thử nghiệm, vào out/edxml-thu-nghiem')
    .option('--out <thư mục>', 'thư mục kết quả (mặc định: out/ của dự án)')
    .action(
      async (
        records: string[],
        given: { year?: string; newVersion?: boolean; edxml?: boolean; out?: string },
      ) => {
        const { archive } = await import('./archive.ts')
        const options = common()
        done(
          await archive({
            ...options,
            records,
            year: given.year,
            out: outOf(options, given.out),
            newVersion: given.newVersion === true,
            edxml: given.edxml === true,
          }),
        )
      },
    )

  program
    .command('verify')
    .summary('đối chiếu gói lưu trữ với mã kiểm tra, sổ và bản ghi')
    .description(
      'Đối chiếu gói với danh sách mã kiểm tra, METS, sổ đăng ký và bản ghi; nói tệp nào đổi, thiếu, thừa. Không nêu gói nào: cả out/archive.',
    )
    .argument('[gói...]', 'thư mục hoặc tệp .zip của gói')
    .option('--out <thư mục>', 'thư mục kết quả (mặc định: out/ của dự án)')
    .action(async (packages: string[], given: { out?: string }) => {
      const { verify } = await import('./verify.ts')
      const options = common()
      done(await verify({ ...options, packages, out: outOf(options, given.out) }))
    })

  program
    .command('signed')
    .summary('nhận lại bản PDF đã ký số')
    .description(
      'Cất bản PDF đã ký số vào content/signed đúng từng byte và ghi mã băm vào sổ. Chỉ xem chữ ký có mặt và bao trùm tệp; độ tin cậy của chứng thư thì kiểm tra bằng công cụ của tổ chức chứng thực.',
    )
    .argument('<văn bản>', 'số (392, 2020/TB/392) hoặc tên bản ghi')
    .argument('<tệp>', 'tệp PDF đã ký')
    .option('--out <thư mục>', 'thư mục kết quả (mặc định: out/ của dự án)')
    .action(async (document: string, file: string, given: { out?: string }) => {
      const { signed } = await import('./signed.ts')
      const options = common()
      done(await signed({ ...options, document, file, out: outOf(options, given.out) }))
    })
}

const yearIn = (given: string): string => {
  if (!/^(19|20)\d{2}$/.test(given))
    throw new InvalidArgumentError(`"${given}" không phải một năm, ví dụ 2026`)
  return given
}
