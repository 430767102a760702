/** Words → YAML on one line that says them. */

/** `markdown`: what Markdown would take for a mark gets a backslash. */
export const yamlText = (words: string, markdown: boolean): string => {
  const text = markdown
    ? inMarkdown(words)
        .replace(/^(\d+)([.)])/, '$1\\$2')
        .replace(/^([-+#>])/, '\\$1')
    : words
  const plain = /^\p{L}[^:#[\]{}",&*!|>'%@`\\\n\t]*$/u.test(text) && !/\s$/.test(text) && !notWords.test(text)
  return plain ? text : JSON.stringify(text)
}

/** Words that YAML does not take for words. */
const notWords = /^(true|false|null|yes|no|on|off|~)$/i

/** What Markdown would take for a mark gets a backslash. */
export const inMarkdown = (words: string): string =>
  words.replace(/[\\*_|]|<(?=[A-Za-z!/])|&(?=#|\w+;)/g, '\\$&')
