import type { CallToolResult } from '@modelcontextprotocol/server';
import type { Logger } from 'pino';
import type { Handlers, Reply } from '../../contract/exchange.ts';
import { invalidPlaces, PARSING } from '../../contract/invalid-places.ts';
import { PROBLEM_KINDS } from '../../contract/problem-kinds.ts';
import type { AnyTool } from '../../contract/tool.ts';
import { TOOLS, type ToolName } from '../../contract/tools.ts';
import { expectAccess, expectOwnModel } from '../../services/identity/access.ts';
import type { Caller } from '../../services/identity/caller.ts';
import { type Inspection, refuseInvalid, withMore } from '../examination.ts';
import type { Inspections } from '../inspections.ts';
import { problemDocument, refusalOf } from '../problem.ts';
import { accessTo } from './tool-list.ts';
import type { ToolWords } from './tool-words.ts';

/** Who uses a tool, in which request. */
export interface ToolUse {
  readonly caller: Caller;
  readonly requestId: string;
}

/** Uses a tool. Whatever is refused is told as the tool's result, so that the assistant can do better. */
export type ToolCall = (name: ToolName, given: unknown, use: ToolUse) => Promise<CallToolResult>;

/** What using tools depends on. */
export interface ToolCallNeeds {
  readonly handlers: Handlers;
  readonly inspections: Inspections;
  readonly words: ToolWords;
  readonly log: Logger;
}

/** Tools by the very handlers that answer the operations. */
export function createToolCall({ handlers, inspections, words, log }: ToolCallNeeds): ToolCall {
  async function used(name: ToolName, given: unknown, { caller }: ToolUse): Promise<CallToolResult> {
    const tool: AnyTool = TOOLS[name];
    expectAccess(caller, accessTo(name));
    const read = await examined(tool, given, { caller, inspection: inspections[tool.operation] as Inspection | undefined });
    // What the tool's own schema gives is what its own call takes, and what that gives, its operation's handler.
    const handler = handlers[tool.operation] as (input: unknown) => Reply | Promise<Reply>;
    const reply = await handler({ ...tool.call(read as never), caller, scope: caller.scope });
    if (tool.output === undefined) return { content: [{ type: 'text', text: reply.text ?? '' }] };
    const whole: object = reply.body === undefined ? JSON.parse(reply.text ?? '{}') : reply.body;
    const structuredContent = { ...(tool.trim?.(whole as never, read as never) ?? whole) };
    return { content: [{ type: 'text', text: words(name, structuredContent, read) }], structuredContent };
  }

  return async (name, given, use) => {
    try {
      return await used(name, given, use);
    } catch (thrown) {
      const refusal = refusalOf(thrown);
      const { requestId } = use;
      if (PROBLEM_KINDS[refusal.code].status >= 500)
        log.error({ requestId, tool: name, code: refusal.code, err: refusal.cause ?? refusal }, refusal.message);
      return problemResult(problemDocument(refusal, requestId));
    }
  };
}

/** Who gives something to a tool, and what looks closer at it where it is refused anyway. */
interface Examiner {
  readonly caller: Caller;
  readonly inspection: Inspection | undefined;
}

/** What a tool is given, as it reads it; refuses, all at once, whatever is wrong with it. */
async function examined({ input }: AnyTool, given: unknown, { caller, inspection }: Examiner) {
  const { data, error } = input.safeParse(given, PARSING);
  const named = { model: 'delivery-approach', ...(given as object) };
  expectOwnModel(caller, [named.model]);
  if (error === undefined) return data;
  const more = await inspection?.({ caller, scope: caller.scope, params: named, body: given });
  return refuseInvalid(withMore(invalidPlaces(error, ''), more));
}

/** A refusal as the result of a tool: in words, and as the problem document that the API would send. */
function problemResult(problem: ReturnType<typeof problemDocument>): CallToolResult {
  const places = (problem.errors ?? []).map(({ pointer, code, message }) => `- ${pointer} (${code}): ${message}`);
  const revision = problem.currentRevision === undefined ? [] : [`The current revision is ${problem.currentRevision}.`];
  const text = [`${problem.title} (${problem.code}). ${problem.detail}`, ...revision, ...places].join('\n');
  return {
    isError: true,
    content: [
      { type: 'text', text },
      { type: 'text', text: JSON.stringify(problem) },
    ],
  };
}
