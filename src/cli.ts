/** argv → command → exit code. The only place that reads the clock. Commands are loaded when they are called. */

import { readFileSync, realpathSync } from 'node:fs'
import { resolve } from 'node:path'
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import manifest from '../package.json' with { type: 'json' }
import { archiveCommands } from './commands/archive-program.ts'
import { checkCommand } from './commands/check-program.ts'
import { diffCommands } from './commands/diff-program.ts'
import { type Common, exitCodes, type Io } from './commands/io.ts'
import { issueCommands } from './commands/issue-program.ts'
import { listCommands } from './commands/lists-program.ts'
import { registerCommands } from './commands/register-program.ts'
import { usageJson, usageMessage, vietnameseHelp } from './commands/usage.ts'
import { vietnamDay } from './text/dates.ts'

const formatNames = ['pdf', 'docx', 'md'] as const

/** Runs one command line; answers the exit code and never throws for what a user did. */
export const run = async (argv: readonly string[], io: Io): Promise<number> => {
  let code: number = exitCodes.done
  const program = new Command('thongbao')
  const common = (): Common => {
    const { C, json, quiet } = program.opts<{ C: string; json?: boolean; quiet?: boolean }>()
    return { root: resolve(io.cwd, C), json: json === true, quiet: quiet === true, io }
  }
  program
    .description(
      'Từ bản ghi cuộc họp đến thông báo đúng thể thức Nghị định 30/2020/NĐ-CP: PDF, DOCX, Markdown.',
    )
    .version(manifest.version, '-V, --version', 'in phiên bản')
    .option('-C <thư mục>', 'thư mục dự án', '.')
    .option('--json', 'in kết quả là một văn bản JSON ra stdout')
    .option('--quiet', 'chỉ in lỗi')
    .option('--debug', 'in thêm chi tiết khi chương trình gặp lỗi của chính nó')
    .helpCommand('help [lệnh]', 'xem trợ giúp của một lệnh')
    .addHelpText('after', '\nMã thoát: 0 xong; 1 nội dung có lỗi; 2 dùng sai lệnh; 3 lỗi của chương trình.')

  program
    .command('build')
    .summary('dựng văn bản từ các bản ghi')
    .description(
      'Dựng văn bản từ các bản ghi trong content/meetings vào out/. Không nêu bản ghi nào: dựng tất cả.',
    )
    .argument('[bản ghi...]', 'tên hoặc đường dẫn của bản ghi')
    .addOption(
      new Option('--formats <danh sách>', 'định dạng, cách nhau dấu phẩy')
        .default([...formatNames], formatNames.join(','))
        .argParser(formatList),
    )
    .option('--out <thư mục>', 'thư mục kết quả (mặc định: out/ của dự án)')
    .addOption(new Option('--jobs <n>', 'số luồng dựng song song').argParser(positive))
    .option('--force', 'dựng lại tất cả, kể cả văn bản không đổi')
    .option('--watch', 'dựng lại mỗi khi có tệp được lưu, đến khi dừng bằng Ctrl+C')
    .option('--timings', 'in thời gian của từng bước')
    .action(
      async (
        records: string[],
        {
          formats,
          out,
          jobs,
          force,
          timings,
          watch,
        }: {
          formats: (typeof formatNames)[number][]
          out?: string
          jobs?: number
          force?: true
          timings?: true
          watch?: true
        },
      ) => {
        const options = common()
        const run = watch
          ? (await import('./commands/watch.ts')).watchBuild
          : (await import('./commands/build.ts')).build
        code = await run({
          ...options,
          records,
          formats,
          out: out === undefined ? resolve(options.root, 'out') : resolve(io.cwd, out),
          jobs,
          force: force === true,
          timings: timings === true,
        })
      },
    )

  checkCommand(program, common, manifest.version, (given) => {
    code = given
  })

  program
    .command('rules')
    .summary('in các quy tắc trình bày và lời văn thành một tài liệu')
    .description(
      'In bảng thể thức theo Nghị định 30/2020/NĐ-CP và các quy tắc về lời văn, kèm ví dụ, thành Markdown.',
    )
    .option('-o, --output <tệp>', 'ghi vào tệp thay vì in ra')
    .action(async ({ output }: { output?: string }) => {
      const { rules } = await import('./commands/rules.ts')
      code = await rules({ ...common(), output: output === undefined ? undefined : resolve(io.cwd, output) })
    })

  program
    .command('new')
    .summary('tạo một bản ghi có chú thích để bắt đầu')
    .description('Tạo content/meetings/<năm>/<tên>.yaml có chú thích, điền sẵn mã từ danh bạ.')
    .argument('<tên>', 'tên bản ghi: chữ thường không dấu, số, gạch nối')
    .action(async (slug: string) => {
      const { newRecord } = await import('./commands/new-record.ts')
      code = await newRecord({ ...common(), slug })
    })

  program
    .command('schema')
    .summary('ghi JSON Schema cho trình soạn thảo')
    .description(
      'Ghi JSON Schema vào content/schemas để trình soạn thảo (VS Code …) gợi ý và giải thích từng mục.',
    )
    .action(async () => {
      const { schema } = await import('./commands/schema.ts')
      code = await schema(common())
    })

  issueCommands(program, common, (given) => {
    code = given
  })
  registerCommands(program, common, (given) => {
    code = given
  })

  listCommands(program, common, (given) => {
    code = given
  })
  archiveCommands(program, common, (given) => {
    code = given
  })
  diffCommands(program, common, (given) => {
    code = given
  })

  for (const command of [program, ...program.commands.flatMap((each) => [each, ...each.commands])]) {
    command
      .exitOverride()
      .helpOption('-h, --help', 'xem trợ giúp')
      .configureHelp(vietnameseHelp)
      .showSuggestionAfterError(true)
    command.configureOutput({
      writeOut: (text) => void io.stdout.write(text),
      writeErr: (text) => void io.stderr.write(text),
      outputError: () => undefined,
    })
  }
  try {
    await program.parseAsync([...argv], { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError) return usage(error, argv, io)
    return fault(error, argv.includes('--debug'), io)
  }
}

/** Help and version end through an "error" with code 0; wrong usage gets its own words. */
const usage = (error: CommanderError, argv: readonly string[], io: Io): number => {
  if (error.exitCode === 0) return exitCodes.done
  if (error.code === 'commander.help') return exitCodes.usage
  const end = argv.indexOf('--')
  if (argv.slice(0, end === -1 ? argv.length : end).includes('--json')) io.stdout.write(usageJson(error))
  else io.stderr.write(`${usageMessage(error)}\nXem: thongbao --help\n`)
  return exitCodes.usage
}

const fault = (error: unknown, debug: boolean, io: Io): number => {
  const said =
    error instanceof Error ? (debug ? (error.stack ?? error.message) : error.message) : String(error)
  io.stderr.write(
    `Lỗi của chương trình, không phải của bản ghi: ${said}\n${debug ? '' : 'Chạy lại với --debug để xem chi tiết.\n'}`,
  )
  return exitCodes.fault
}

const formatList = (given: string): string[] => {
  const names = [...new Set(given.split(',').map((name) => name.trim()))]
  const wrong = names.find((name) => !(formatNames as readonly string[]).includes(name))
  if (wrong !== undefined)
    throw new InvalidArgumentError(`"${wrong}" không phải một định dạng, cần: ${formatNames.join(', ')}`)
  return names
}

const positive = (given: string): number => {
  const value = Number(given)
  if (!Number.isInteger(value) || value < 1 || value > 256)
    throw new InvalidArgumentError(`"${given}" không dùng được, cần một số nguyên từ 1 đến 256`)
  return value
}

/** Which program this is, to the byte, and what runs it; undefined when it was not compiled. */
const version = (): string | undefined => {
  try {
    return `${readFileSync(new URL('./build-id', import.meta.url), 'utf8')} ${process.version} ${process.arch}`
  } catch {
    return undefined
  }
}

/** What dist/cli.js does when it is started, and not imported: the process's own arguments and streams. */
export const main = async (): Promise<void> => {
  // `thongbao … | head` closes the pipe early; that is no fault.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit(exitCodes.done)
  })
  const program = realpathSync(process.argv[1] ?? '')
  process.exitCode = await run(process.argv.slice(2), {
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    cwd: process.cwd(),
    today: vietnamDay(new Date()),
    version: version(),
    clock: () => performance.now(),
    untilStopped: () =>
      new Promise((done) => {
        for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => done())
      }),
    program: [process.execPath, program],
  })
}
