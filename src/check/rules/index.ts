/** The rules on the text, one a file. */

import type { TextRuleId } from '../../problem.ts'
import type { Rule } from '../rule.ts'
import { annexAnnounced } from './annex-announced.ts'
import { archive } from './archive.ts'
import { asAbove } from './as-above.ts'
import { attachedLine } from './attached-line.ts'
import { authoritySpace } from './authority-space.ts'
import { basisMarks } from './basis-marks.ts'
import { bodyCapitals } from './body-capitals.ts'
import { bold } from './bold.ts'
import { citationFirst } from './citation-first.ts'
import { citationLater } from './citation-later.ts'
import { closingMark } from './closing-mark.ts'
import { dateExists } from './date-exists.ts'
import { dateZeros } from './date-zeros.ts'
import { deadlinePast } from './deadline-past.ts'
import { deadlineWeekend } from './deadline-weekend.ts'
import { doubleSpace } from './double-space.ts'
import { kindAbbreviation } from './kind-abbreviation.ts'
import { kindCapital } from './kind-capital.ts'
import { nfd } from './nfd.ts'
import { partCapital } from './part-capital.ts'
import { peopleAndState } from './people-and-state.ts'
import { personName } from './person-name.ts'
import { placeCapitals } from './place-capitals.ts'
import { pointLetters } from './point-letters.ts'
import { recipientMarks } from './recipient-marks.ts'
import { salutation } from './salutation.ts'
import { signerTitle } from './signer-title.ts'
import { spaceAfterMark } from './space-after-mark.ts'
import { spaceBeforeMark } from './space-before-mark.ts'
import { subject } from './subject.ts'
import { symbolSpaces } from './symbol-spaces.ts'
import { toneMarks } from './tone-marks.ts'
import { typedNumber } from './typed-number.ts'

/** Every id of the closed union has its rule; in the order in which the written rules list them. */
const table: { readonly [Id in TextRuleId]: Rule<Id> } = {
  'text/kind-capital': kindCapital,
  'text/part-capital': partCapital,
  'text/body-capitals': bodyCapitals,
  'text/place-capitals': placeCapitals,
  'text/people-and-state': peopleAndState,
  'text/person-name': personName,
  'text/signer-title': signerTitle,
  'text/basis-marks': basisMarks,
  'text/citation-first': citationFirst,
  'text/citation-later': citationLater,
  'text/symbol-spaces': symbolSpaces,
  'text/kind-abbreviation': kindAbbreviation,
  'text/date-exists': dateExists,
  'text/date-zeros': dateZeros,
  'text/deadline-past': deadlinePast,
  'text/deadline-weekend': deadlineWeekend,
  'text/point-letters': pointLetters,
  'text/typed-number': typedNumber,
  'text/closing-mark': closingMark,
  'text/annex-announced': annexAnnounced,
  'text/attached-line': attachedLine,
  'text/salutation': salutation,
  'text/as-above': asAbove,
  'text/recipient-marks': recipientMarks,
  'text/archive': archive,
  'text/subject': subject,
  'text/authority-space': authoritySpace,
  'text/bold': bold,
  'text/double-space': doubleSpace,
  'text/space-before-mark': spaceBeforeMark,
  'text/space-after-mark': spaceAfterMark,
  'text/tone-marks': toneMarks,
  'text/nfd': nfd,
}

export const rules: readonly Rule[] = Object.values(table)
