import type { Depth } from '../../decision/answers/questionnaire.ts';
import type { Api, ApiSubject, Inputs, ModelVersion } from '../api/api.ts';
import { createOutbox, type Outbox } from './keeping/outbox.ts';
import { emptyMemory } from './memory/memory.ts';
import { createNotebook, type Notebook } from './memory/notebook.ts';
import { createEvaluator, type Evaluator } from './running/evaluator.ts';
import type { Timing } from './running/timing.ts';
import type { WireAnswers } from './session-state.ts';

/** What a session is about and works with. */
export interface SessionNeeds extends ModelVersion {
  readonly api: Api;
  readonly depth: Depth;
  /** The id of an assessment to go on with. Its model and version count, not those given here. */
  readonly assessment?: string | undefined;
  /** What an assessment is created for with the first answer, where none is given. */
  readonly subject?: ApiSubject | undefined;
  /** Answers that are known already; stored ones come before them. */
  readonly prefill?: WireAnswers | undefined;
  readonly readonly?: boolean;
  readonly timing: Timing;
  /** Gives a new UUID of version 7. */
  readonly newId: () => string;
}

/** Milliseconds without another change after which something is done. */
export interface Pauses {
  readonly evaluate: number;
  readonly store: number;
}

/** Where the actions of a session find what they work with. The outbox and the evaluator are of one conversation. */
export interface Desk {
  readonly needs: SessionNeeds;
  readonly notebook: Notebook;
  readonly outbox: Outbox;
  readonly evaluator: Evaluator;
  /** Evaluates what was said, as far as the stage explains it, after a pause in milliseconds. */
  evaluate(pause: number): void;
  /** Evaluates what was just said, and stores it where anything may be changed. */
  said(pauses: Pauses): void;
  /** Leaves requests and timers of the conversation behind and makes ready for another one. */
  renew(): void;
  close(): void;
}

/** A desk at which nothing has been said. */
export function createDesk(needs: SessionNeeds): Desk {
  const notebook = createNotebook(emptyMemory(needs));
  let evaluator = newEvaluator();
  let outbox = newOutbox();

  function inputs(): Inputs {
    const { answers, weights } = notebook.memory;
    return { answers, weights };
  }

  function model(): ModelVersion {
    const { model, version } = notebook.memory.interview?.questionnaire ?? needs;
    return { model, version };
  }

  function newEvaluator(): Evaluator {
    const own = createEvaluator({
      evaluate: (explain) => needs.api.evaluate(model(), inputs(), explain),
      arrived: (evaluated) => {
        const isDecided = evaluated.evaluation.outcome.decided === true;
        const trouble = notebook.memory.trouble?.hinders ? undefined : notebook.memory.trouble;
        notebook.note({ evaluated, evaluating: own.wants, trouble, ...(!isDecided && { told: undefined }) });
      },
      changed: () => notebook.note({ evaluating: own.wants, evaluationFailure: own.failure }),
      timing: needs.timing,
    });
    return own;
  }

  function newOutbox(): Outbox {
    const own = createOutbox({
      ...needs,
      model,
      mine: inputs,
      changed(merged) {
        notebook.note({ ...own.keeping, ...merged });
        if (merged !== undefined) evaluate(0);
      },
    });
    return own;
  }

  function evaluate(pause: number): void {
    evaluator.want(notebook.memory.stage === 'result' ? 'full' : 'summary', pause);
  }

  function close(): void {
    evaluator.stop();
    outbox.stop();
  }

  return {
    needs,
    notebook,
    get outbox() {
      return outbox;
    },
    get evaluator() {
      return evaluator;
    },
    evaluate,
    said(pauses) {
      evaluate(pauses.evaluate);
      if (!notebook.memory.readonly) outbox.push(pauses.store);
    },
    renew() {
      close();
      evaluator = newEvaluator();
      outbox = newOutbox();
    },
    close,
  };
}
