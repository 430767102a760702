/** Words → YAML on one line that says them. */

/** `markdown`: what Markdown would take for a mark gets a backslash. */
export const yamlText = (words: string, markdown: boolean): string => {
  const text = markdown ? lineInMarkdown(words) : words
  const plain = /^\p{L}[^:#[\]{}",&*!|>'%@`\\\n\t]*$/u.test(text) && !/\s$/.test(text) && !notWords.test(text)
  return plain ? text : JSON.stringify(text)
}

/** Words that YAML does not take for words. */
const notWords = /^(true|false|null|yes|no|on|off|~)$/i

/** What Markdown would take for a mark gets a backslash. */
export const inMarkdown = (words: string): string =>
  words.replace(/[\\*_|]|<(?=[A-Za-z!/])|&(?=#|\w+;)/g, '\\$&')

/** At the start of a line a number or a dash would make a list. */
export const lineInMarkdown = (words: string): string =>
  inMarkdown(words)
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/^([-+#>])/, '\\$1')
