import type { Desk } from '../desk.ts';
import { type Memory, pageIndex, shownPages } from '../memory/memory.ts';
import type { Session } from '../session.ts';
import { atDepth, openSheet, placeOf } from './places.ts';

type Travelling = Pick<Session, 'begin' | 'next' | 'back' | 'goTo' | 'goOn'>;

/** How one moves through a conversation. Where nothing may be changed there is only the result. */
export function travelling(desk: Desk, showResult: Session['showResult']): Travelling {
  const { notebook } = desk;

  /** Nowhere before there is something to ask, or where nothing may be changed. */
  function go(change: Partial<Memory>): void {
    if (notebook.memory.interview === undefined || notebook.memory.readonly) return;
    notebook.note({ appeared: 0, trouble: undefined, sought: undefined, ...change });
    const { answers, evaluated } = notebook.memory;
    const isDue = Object.keys(answers).length > 0 && evaluated === undefined && !desk.evaluator.wants;
    if (isDue) desk.evaluate(0);
  }

  /** The sheet of a page that lies so many pages on, if there is one. */
  function sheetBeside(step: number): number | undefined {
    const pages = shownPages(notebook.memory);
    return pages[pageIndex(notebook.memory, pages) + step]?.sheet;
  }

  return {
    begin(depth) {
      go({ ...atDepth(notebook.memory, depth), stage: 'asking', sheet: 0 });
    },

    next() {
      const sheet = sheetBeside(1);
      const told = newlyDecided(notebook.memory);
      if (told !== undefined) go({ stage: 'decided', told });
      else if (notebook.memory.stage === 'asking' && sheet !== undefined) go({ sheet });
      else void showResult();
    },

    back() {
      const { stage, sheet } = notebook.memory;
      go({ stage: 'asking', sheet: (stage === 'asking' ? sheetBeside(-1) : undefined) ?? sheet });
    },

    goTo(question) {
      const place = placeOf(notebook.memory, question);
      if (place !== undefined) go({ ...place, stage: 'asking' });
    },

    goOn() {
      const deeper = atDepth(notebook.memory, 'full');
      go({ ...deeper, stage: 'asking', sheet: openSheet({ ...notebook.memory, ...deeper }) });
    },
  };
}

/** What the open questions cannot change any more, where one has not heard of it yet. */
function newlyDecided({ stage, told, evaluating, evaluated }: Memory): string | undefined {
  const { decided = false, idle = 0, recommended = 'none' } = evaluated?.evaluation.outcome ?? {};
  return stage === 'asking' && !evaluating && decided && idle > 0 && told !== recommended ? recommended : undefined;
}
