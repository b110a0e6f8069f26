/** Replies that were begun, by case. They outlive a reload and end with the tab: patients' matters stay off the disk. */
const key = (caseId: string): string => `lumbar-desk-draft-${caseId}`;

export const readDraft = (caseId: string): string => sessionStorage.getItem(key(caseId)) ?? '';

export const keepDraft = (caseId: string, text: string): void => {
  if (text) sessionStorage.setItem(key(caseId), text);
  else sessionStorage.removeItem(key(caseId));
};

export const forgetDraft = (caseId: string): void => sessionStorage.removeItem(key(caseId));

/** On a shared computer the next clinician must not find them. */
export const forgetAllDrafts = (): void => sessionStorage.clear();
