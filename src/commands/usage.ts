/** commander's own words in Vietnamese: help headings and usage errors. */

import type { CommanderError, HelpConfiguration } from 'commander'

const headings: Readonly<Record<string, string>> = {
  'Usage:': 'Cách dùng:',
  'Arguments:': 'Tham số:',
  'Options:': 'Tùy chọn:',
  'Global Options:': 'Tùy chọn chung:',
  'Commands:': 'Các lệnh:',
}

export const vietnameseHelp: HelpConfiguration = {
  showGlobalOptions: true,
  styleTitle: (title) => headings[title] ?? title,
  styleUsage: (usage) => usage.replaceAll('[options]', '[tùy chọn]').replaceAll('[command]', '[lệnh]'),
  subcommandTerm: (command) =>
    [
      command.name(),
      ...command.registeredArguments.map((argument) =>
        argument.required ? `<${argument.name()}>` : `[${argument.name()}]`,
      ),
    ].join(' '),
  optionDescription: (option) =>
    option.defaultValue === undefined
      ? option.description
      : `${option.description} (mặc định: ${option.defaultValueDescription ?? String(option.defaultValue)})`,
}

/** The error of a wrong command line, with commander's suggestion where it has one. */
export const usageMessage = ({ code, message }: CommanderError): string => {
  const [quoted = ''] = /'[^']*'/.exec(message) ?? []
  const name = quoted.slice(1, -1)
  const near = /\(Did you mean (?:one of )?([^?)]+)\??\)/.exec(message)?.[1]
  const hint = near ? `\nCó phải ý bạn là ${near}?` : ''
  switch (code) {
    case 'commander.unknownCommand':
      return `Không có lệnh "${name}".${hint}`
    case 'commander.unknownOption':
      return `Không có tùy chọn "${name}".${hint}`
    case 'commander.missingArgument':
      return `Thiếu "${name}".`
    case 'commander.optionMissingArgument':
      return `Tùy chọn "${name}" cần một giá trị.`
    case 'commander.missingMandatoryOptionValue':
      return `Thiếu tùy chọn "${name}".`
    case 'commander.excessArguments':
      return 'Thừa tham số trên dòng lệnh.'
    case 'commander.invalidArgument':
      return `Tùy chọn "${name}": ${message.replace(/^.*?is invalid\.\s*/s, '')}`
    default:
      return message.replace(/^error: /, '')
  }
}

/** The same for machines, in the form of every other answer; there is no file that it is about. */
export const usageJson = (error: CommanderError): string => {
  const [message = '', hint = null] = usageMessage(error).split('\n')
  const nowhere = { file: null, line: null, column: null }
  const problem = { ...nowhere, level: 'error', rule: 'usage', message, hint, cite: null }
  return `${JSON.stringify({ ok: false, problems: [problem] }, null, 2)}\n`
}
