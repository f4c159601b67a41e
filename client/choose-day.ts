import * as vscode from 'vscode';
import type { SubjectChoice } from '../server/lsp/protocol';

/**
 * Asks for a day: one of those in the list, or what is typed. Resolves to it as it was written; to undefined where the user thought
 * better of it.
 * @param objection what speaks against a day, in words for the user
 */
export function chooseDay(days: readonly SubjectChoice[], title: string, objection: (day: string) => Promise<string | undefined>): Promise<string | undefined> {
  const picker = vscode.window.createQuickPick();
  picker.title = title;
  picker.placeholder = 'First day of fieldwork: type it, such as 2024-07-08, or choose one';
  picker.ignoreFocusOut = true;
  picker.items = days;
  const show = (typed: string, problem: string | undefined): void => {
    picker.items = [...(typed ? [{ label: typed, description: problem, alwaysShow: true }] : []), ...days];
  };
  const typed = async (day: string): Promise<void> => {
    const problem = day ? await objection(day) : undefined;
    // Meanwhile more may have been typed.
    if (picker.value.trim() === day) show(day, problem);
  };
  return new Promise(resolve => {
    const accept = async (day: string): Promise<void> => {
      const problem = await objection(day);
      if (problem) return show(day, problem);
      resolve(day);
      picker.hide();
    };
    picker.onDidChangeValue(value => void typed(value.trim()));
    picker.onDidAccept(() => {
      const day = picker.selectedItems[0]?.label ?? picker.value.trim();
      if (day) void accept(day);
    });
    picker.onDidHide(() => {
      resolve(undefined);
      picker.dispose();
    });
    picker.show();
  });
}
