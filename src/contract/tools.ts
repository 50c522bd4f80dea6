import type { AnyTool } from './tool.ts';
import { assessmentTools } from './tools/assessments.ts';
import { evaluationTools } from './tools/evaluations.ts';
import { recommendationTools } from './tools/recommendations.ts';

/** Everything that an assistant can do, by the name of the tool. */
export const TOOLS = { ...evaluationTools, ...assessmentTools, ...recommendationTools } as const satisfies Record<
  string,
  AnyTool
>;

/** The name of a tool. */
export type ToolName = keyof typeof TOOLS;

/** Whether there is a tool of this name. */
export function isToolName(name: unknown): name is ToolName {
  return typeof name === 'string' && Object.hasOwn(TOOLS, name);
}
