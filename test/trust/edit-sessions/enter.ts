import { indentationRules, onEnterRules } from '../../../syntaxes/language-configuration.json';

const INCREASE = new RegExp(indentationRules.increaseIndentPattern);
const RULES = onEnterRules.map(({ beforeText, action: { appendText } }) => ({ before: new RegExp(beforeText), append: appendText }));

/** What Enter puts in behind the beginning of a line, as VS Code does by the configuration of our language. */
export function enter(beforeCaret: string, lineBreak: string): string {
  const indentation = /^[ \t]*/.exec(beforeCaret)![0];
  const rule = RULES.find(({ before }) => before.test(beforeCaret));
  if (rule) return lineBreak + indentation + rule.append;
  return lineBreak + indentation + (INCREASE.test(beforeCaret) ? '  ' : '');
}
