import type { Rule } from '../rule';
import { dateFormat, invalidDate } from './dates';
import { duplicateKey } from './duplicate-key';
import { emptyValue } from './empty-value';
import { invalidValue } from './invalid-value';
import { missingField } from './missing-field';
import { notARecord } from './not-a-record';
import { unknownField } from './unknown-field';
import { unusedIgnore } from './unused-ignore';
import { wrongType } from './wrong-type';
import { yamlSyntax } from './yaml-syntax';

/** In the order of the list of rules: where two say something of the same words, the first one speaks. */
export const formRules: readonly Rule[] = [yamlSyntax, notARecord, duplicateKey, unknownField, missingField, wrongType, emptyValue, invalidValue, invalidDate, dateFormat, unusedIgnore];
