/** Operators of a page as bytes, written one after the other: no strings are joined, cut and copied for each word. */

/** As pdfkit writes it: to a millionth, without zeros at its end. */
const rounded = (value: number): number => Math.round(value * 1e6) / 1e6

export class Ink {
  #bytes = new Uint8Array(0)
  #start = 0
  #end = 0

  /** Begins a piece of no more bytes than `size`. */
  begin(size: number): void {
    if (this.#end + size > this.#bytes.length) {
      this.#bytes = new Uint8Array(Math.max(size, 1 << 16))
      this.#end = 0
    }
    this.#start = this.#end
  }

  /** What was written since the beginning; it is not written over, however long it is kept. */
  piece(): Uint8Array {
    return this.#bytes.subarray(this.#start, this.#end)
  }

  /** Each unit of the text is a byte: Latin-1. */
  text(text: string): void {
    for (let index = 0; index < text.length; index++) this.#bytes[this.#end++] = text.charCodeAt(index)
  }

  number(value: number): void {
    const millionths = Math.round(value * 1e6)
    if (millionths >= 0 && millionths < 2 ** 31) {
      const whole = Math.trunc(millionths / 1e6)
      this.text(String(whole))
      let rest = millionths - whole * 1e6
      if (rest > 0) this.#bytes[this.#end++] = 0x2e
      for (; rest > 0; rest = (rest % 1e5) * 10) this.#bytes[this.#end++] = 0x30 + Math.trunc(rest / 1e5)
    } else this.text(String(rounded(value)))
  }

  /** Four hexadecimal digits. */
  hex(value: number): void {
    this.#bytes[this.#end++] = digit(value >> 12)
    this.#bytes[this.#end++] = digit((value >> 8) & 15)
    this.#bytes[this.#end++] = digit((value >> 4) & 15)
    this.#bytes[this.#end++] = digit(value & 15)
  }
}

const digit = (value: number): number => value + (value < 10 ? 0x30 : 0x57)
