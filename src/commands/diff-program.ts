/** `diff`, `log` and `git`, as the command line knows them. */

import { resolve } from 'node:path'
import { type Command, Option } from 'commander'
import { oneOf } from './arguments.ts'
import type { Common } from './io.ts'

const forms = ['text', 'md', 'html', 'docx', 'pdf'] as const

/** `common`: what every command takes; `done`: gets the exit code. */
export const diffCommands = (program: Command, common: () => Common, done: (code: number) => void): void => {
  program
    .command('diff')
    .summary('nói hai bản của một thông báo khác nhau ở đâu')
    .description(
      'So hai bản theo thành phần, mục, khoản, điểm rồi theo từng chữ. Mỗi bên là một bản ghi, tệp .md, .docx hoặc .pdf của văn bản, một gói lưu trữ (thêm #<bản ghi> khi gói có nhiều văn bản), hoặc <bản git>:<bản ghi hay tệp>, ví dụ HEAD~1:giai-chay. Có khác hay không, mã thoát vẫn là 0.',
    )
    .argument('<bản cũ>', 'bản ghi, tệp .md, .docx, .pdf, gói, hoặc <bản git>:<đường dẫn>')
    .argument('<bản mới>', 'như trên')
    .addOption(
      new Option('--as <dạng>', `dạng in ra: ${forms.join(', ')}`).default('text').argParser(oneOf(forms)),
    )
    .option('-o, --output <tệp>', 'ghi vào tệp thay vì in ra')
    .action(async (before: string, after: string, given: { as: string; output?: string }) => {
      const { diff } = await import('./diff.ts')
      const options = common()
      const output = given.output === undefined ? undefined : resolve(options.io.cwd, given.output)
      done(await diff({ ...options, before, after, as: given.as, output }))
    })

  program
    .command('merge')
    .summary('nhập lời đã sửa trong Word trở lại bản ghi')
    .description(
      'So bản ghi với tệp .docx đã sửa (chỗ sửa có theo dõi thay đổi thì coi như được chấp nhận) và nói lời nào vào mục nào của bản ghi. Không có --write: chỉ nói, không ghi. Chỗ nào không có trong bản ghi (lời của mẫu, tên trong danh bạ, số, ngày) thì bị từ chối và không ghi gì.',
    )
    .argument('<bản ghi>', 'tên hoặc đường dẫn của bản ghi')
    .argument('<tệp .docx>', 'tệp do chương trình dựng, đã sửa trong Word hay LibreOffice')
    .option('--write', 'ghi vào tệp của bản ghi, giữ nguyên mọi chữ khác')
    .option('--partial', 'ghi phần nhập được dù có chỗ bị từ chối')
    .option('--new-version', 'nhập vào cả bản ghi đã ban hành mà chưa phát hành, để ra phiên bản mới')
    .action(
      async (
        record: string,
        edited: string,
        given: { write?: boolean; partial?: boolean; newVersion?: boolean },
      ) => {
        const { merge } = await import('./merge.ts')
        done(
          await merge({
            ...common(),
            record,
            edited,
            write: given.write === true,
            partial: given.partial === true,
            newVersion: given.newVersion === true,
          }),
        )
      },
    )

  program
    .command('log')
    .summary('ai đã sửa gì trong một thông báo, theo git')
    .description(
      'Kể từng lần sửa bản ghi, hoặc mục của nó trong sổ, đã được ghi vào git: ai, ngày nào, và thông báo đổi chỗ nào. Lần mới nhất trước.',
    )
    .argument('<bản ghi>', 'tên hoặc đường dẫn của bản ghi')
    .option('--follow', 'theo cả khi tệp bản ghi được đổi tên')
    .option('--issued', 'chỉ kể giữa các bản đã có số')
    .action(async (record: string, given: { follow?: boolean; issued?: boolean }) => {
      const { log } = await import('./log.ts')
      done(await log({ ...common(), record, follow: given.follow === true, issued: given.issued === true }))
    })

  const git = program
    .command('git')
    .summary('để git cho thấy chữ nào đã đổi trong .md, .docx, .pdf')
    .description('Cài đặt cho git của dự án này, và những việc mà git gọi tới.')

  git
    .command('setup')
    .summary('ghi .gitattributes và cấu hình git của riêng dự án')
    .description(
      'Ghi .gitattributes và cấu hình git của riêng bản sao này (không đụng tới cấu hình chung của máy), để git diff, git log -p và git show nói được chữ nào đã đổi. Chạy lại không sao. Mỗi bản sao mới chạy một lần.',
    )
    .action(async () => {
      const { gitSetup } = await import('./git-setup.ts')
      done(await gitSetup(common()))
    })

  git
    .command('text')
    .summary('in lời văn của một tệp .md, .docx hoặc .pdf (git gọi)')
    .description('In lời văn của tệp, mỗi vế câu một dòng. Git gọi lệnh này.')
    .argument('<tệp>', 'tệp .md, .docx hoặc .pdf')
    .action(async (file: string) => {
      const { gitText } = await import('./git-text.ts')
      done(await gitText(common(), file))
    })

  git
    .command('words')
    .summary('nói một tệp đã đổi chữ nào (git gọi)')
    .description('In những chữ đã đổi giữa hai tệp mà git đưa. Git gọi lệnh này.')
    .argument('<đường dẫn>', 'đường dẫn của tệp trong dự án')
    .argument('[tham số git...]', 'tệp cũ, mã, quyền, tệp mới, mã, quyền')
    .action(async (path: string, rest: string[]) => {
      const { gitWords } = await import('./git-words.ts')
      done(await gitWords(common(), path, rest))
    })
}
