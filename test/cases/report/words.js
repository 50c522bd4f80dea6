// Numbers and tables as the report writes them.

/** A share as a whole percentage. @param {number} share */
export function percent(share) {
  return `${Math.round(share * 100)} %`;
}

/** A share with what it is a share of. @param {number} right @param {number} count */
export function ratio(right, count) {
  return count === 0 ? 'none' : `${right} of ${count}`;
}

/** @param {readonly string[]} head @param {readonly (readonly string[])[]} rows */
export function table(head, rows) {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
